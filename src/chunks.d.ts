/** The files of the elements, by what their names have behind the tag; the build makes this module. */
declare module 'chunks' {
  export const chunks: Readonly<Record<string, string>>;
}
