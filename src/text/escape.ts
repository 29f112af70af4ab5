/** Escapes characters the way JSON may write them: `\u202e`. */
export const escapeToUnicode = (text: string, characters: RegExp): string =>
  text.replace(characters, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
