/** Replaces what stands between the texts of JSON, and nothing within one. A text that does not end is one up to the end: that saves trying. */
export function betweenTexts(pattern: string, replacement: string): (json: string) => string {
  const expression = new RegExp(`("(?:[^"\\\\]+|\\\\.)*"?)|${pattern}`, 'gs');
  return (json) => json.replace(expression, (_, text?: string) => text ?? replacement);
}
