package io.amends.modeling;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.jspecify.annotations.Nullable;

/** Deployed forms, each read once: what is deployed never changes. */
final class FormLibrary {

    private static final String DEPLOYED_FORM = "camunda-forms:deployment:";

    private final FormParser parser;
    private final Map<Address, FormSchema> read = new ConcurrentHashMap<>();

    FormLibrary(FormParser parser) {
        this.parser = parser;
    }

    /** The form that a start or a task names, or null when it names none or not a Camunda Form. */
    @Nullable
    FormSchema find(@Nullable FormData data, CommandContext command) {
        if (data == null) {
            return null;
        }
        String key = data.getFormKey();
        if (key != null) {
            return key.startsWith(DEPLOYED_FORM)
                    ? read(new Address(data.getDeploymentId(), key.substring(DEPLOYED_FORM.length())), command)
                    : null;
        }
        CamundaFormRef reference = data.getCamundaFormRef();
        if (reference == null || reference.getKey() == null) {
            return null;
        }
        return "deployment".equals(reference.getBinding())
                ? bound(reference, data.getDeploymentId(), command)
                : read(address(reference, data.getDeploymentId(), command), command);
    }

    /** Bound to the deployment a reference always means the same form, so even finding it is done once. */
    private FormSchema bound(CamundaFormRef reference, String deploymentId, CommandContext command) {
        Address shortcut = new Address(deploymentId, "ref:" + reference.getKey());
        FormSchema known = read.get(shortcut);
        if (known == null) {
            known = read(address(reference, deploymentId, command), command);
            read.put(shortcut, known);
        }
        return known;
    }

    private static Address address(CamundaFormRef reference, String deploymentId, CommandContext command) {
        CamundaFormDefinition definition =
                command.runWithoutAuthorization(new GetCamundaFormDefinitionCmd(reference, deploymentId));
        if (definition == null) {
            throw new IllegalStateException("No form '" + reference.getKey() + "' is deployed");
        }
        return new Address(definition.getDeploymentId(), definition.getResourceName());
    }

    private FormSchema read(Address address, CommandContext command) {
        FormSchema known = read.get(address);
        if (known != null) {
            return known;
        }
        try (InputStream form = command.runWithoutAuthorization(
                new GetDeploymentResourceCmd(address.deploymentId(), address.resource()))) {
            FormSchema schema = parser.parse(form.readAllBytes());
            read.put(address, schema);
            return schema;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "The form " + address.resource() + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private record Address(String deploymentId, String resource) {}
}
