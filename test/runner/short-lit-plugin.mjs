/** Has `src`, and tests that render by themselves, run on the script-tag file's own short form of Lit (src/lit). */
export const shortLitPlugin = () => ({
  name: 'short-lit',
  resolveImport: ({ source, context }) =>
    /^lit(?:\/|$)/.test(source) && /^\/(?:src|test)\//.test(context.path) ? '/src/lit/index.ts' : undefined,
});
