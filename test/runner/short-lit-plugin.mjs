/** Has `src` run on the script-tag file's own short form of Lit (src/lit) in place of the package. */
export const shortLitPlugin = () => ({
  name: 'short-lit',
  resolveImport: ({ source, context }) =>
    /^lit(?:\/|$)/.test(source) && context.path.startsWith('/src/') ? '/src/lit/index.ts' : undefined,
});
