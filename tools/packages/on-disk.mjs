/** They read files beside their own, are native, or (the last one) run before everything. */
const stayPackages =
  /^(bcrypt|sharp|pdfjs-dist(\/.*)?|@napi-rs\/canvas|mongodb-memory-server-core|msgpackr-extract|swagger-ui-dist|reflect-metadata)$/;

/**
 * For esbuild: what a package would use if it were there is looked for at run time, as without a
 * bundle. `isOurs`: which files may not miss anything.
 */
export const onDisk = (isOurs = () => false) => {
  const asked = Symbol('asked');
  return {
    name: 'on disk',
    setup({ onResolve, resolve: find }) {
      onResolve({ filter: stayPackages }, ({ path }) => ({ path, external: true }));
      onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...from }) => {
        if (isOurs(from.importer) || pluginData === asked) return undefined;
        const { errors } = await find(path, { ...from, pluginData: asked });
        return errors.length > 0 ? { path, external: true } : undefined;
      });
    },
  };
};
