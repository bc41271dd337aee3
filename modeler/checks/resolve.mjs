// The form linter is written for bundlers: it leaves the ends of file names out, and does not say that its files are modules.
export async function resolve(specifier, context, next) {
  const found = await complete(specifier, context, next);
  return found.url.includes('/@camunda/form-linting/') ? { ...found, format: 'module' } : found;
}

async function complete(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    for (const end of [ '.js', '/index.js' ]) {
      try {
        return await next(specifier + end, context);
      } catch {
        // the first error says what was looked for
      }
    }
    throw error;
  }
}
