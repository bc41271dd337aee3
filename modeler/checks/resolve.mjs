// Some of the Modeler's packages are written for bundlers and leave the ends of file names out.
export async function resolve(specifier, context, next) {
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
