/** The file that defines each element, by its tag: the build knows what it is called. */
declare module 'chunks' {
  export const chunks: Readonly<Record<string, () => Promise<unknown>>>;
}
