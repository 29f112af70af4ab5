import { type Checked, checkContent, describeShape } from './check-content.js';
import { type ContentSource, hasContent } from './content-source.js';
import { decodeContent } from './decode-content.js';
import type { ContentSchema } from './schema.js';

/** From where the content is to checked content, or to the one fault that the author should mend first. */
export function readContent(schema: ContentSchema, source: ContentSource | undefined): Checked {
  if (!hasContent(source))
    return {
      fault: {
        found: 'nothing',
        expected: describeShape(schema),
        fix: 'put it as JSON into the attribute content or data-content',
      },
    };
  if ('fault' in source) return source;
  if ('value' in source) return checkContent(schema, source.value);
  const decoded = decodeContent(source.text);
  if ('fault' in decoded) return decoded;
  const checked = checkContent(schema, decoded.value);
  if (decoded.repairs.length && 'content' in checked)
    checked.warnings.unshift(`${source.name} was repaired, it had ${decoded.repairs.join(', ')}`);
  return checked;
}
