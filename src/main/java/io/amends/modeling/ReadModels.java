package io.amends.modeling;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Diagrams and tables that were read before, by what stands in their files: of a set that is looked at once more, nearly all files are as they were.
 * Nobody changes a model that comes from here, and one thread at a time asks and looks at them ({@link ModelInspection}).
 */
final class ReadModels {

    private static final int MOST = 200;
    private static final int MOST_BYTES = 200_000;
    private static final Map<String, SoftReference<Object>> MODELS = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<Object>> eldest) {
            return size() > MOST;
        }
    };

    private ReadModels() {}

    /** @param type of the model, for the same bytes may be read as another */
    static <T> T read(byte[] content, Class<T> type, Function<InputStream, T> reader) {
        if (content.length > MOST_BYTES) {
            return reader.apply(new ByteArrayInputStream(content));
        }
        String key = type.getSimpleName() + ModelFileSet.hash(content);
        SoftReference<Object> kept = MODELS.get(key);
        T known = kept == null ? null : type.cast(kept.get());
        if (known != null) {
            return known;
        }
        T model = reader.apply(new ByteArrayInputStream(content));
        MODELS.put(key, new SoftReference<>(model));
        return model;
    }
}
