const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For an attribute in double quotes, in a form that CMS filters leave alone. */
export const escapeAttribute = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char]!);

/** For text between tags. */
export const escapeText = (text: string): string => text.replace(/[&<>]/g, (char) => ENTITIES[char]!);
