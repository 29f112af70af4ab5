import { type Checked, checkContent } from './check-content.js';
import { decodeContent } from './decode-content.js';
import type { ContentSchema } from './schema.js';

/** Reads a text that is not JSON as it stands: encoded, mangled or wrong. */
export function readOther(
  schema: ContentSchema,
  { name, text }: { readonly name: string; readonly text: string },
  take: (checked: Checked) => void,
): void {
  const decoded = decodeContent(text);
  if ('fault' in decoded) return take(decoded);
  const checked = checkContent(schema, decoded.value);
  if (decoded.repairs.length && 'content' in checked)
    checked.warnings.unshift(`${name} was repaired, it had ${decoded.repairs.join(', ')}`);
  take(checked);
}
