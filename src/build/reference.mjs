/** For readers: a page per element, and a short page about all of them for language models (https://llmstxt.org/). */

const table = (heads, rows) =>
  rows.length
    ? [heads, heads.map(() => '---'), ...rows]
        .map((row) => `| ${row.map((cell) => String(cell ?? '').replaceAll('|', '\\|')).join(' | ')} |`)
        .join('\n')
    : 'None.';
const code = (text) => (text ? `\`${text}\`` : '');

/** Every field with its path, in schema order. */
const fieldsOf = (schema, path = '') =>
  Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    if (name === '$schema') return [];
    const isNeeded = schema.required?.includes(name);
    const own = `${path}${name}`;
    const list = field.items ?? {};
    return [
      { path: own + (isNeeded ? '' : '?'), type: typeOf(field), description: field.description },
      ...fieldsOf(field, `${own}.`),
      ...fieldsOf(list, `${own}[].`),
    ];
  });

const topFieldsOf = (schema) => fieldsOf(schema).filter(({ path }) => !path.includes('.'));

function typeOf(field) {
  if (field.enum) return field.enum.map((value) => JSON.stringify(value)).join(' or ');
  if (field.items) return `list of ${typeOf(field.items)}`;
  if (field.contentMediaType) return 'prose';
  return field.type === 'string' ? 'text' : field.type;
}

export function pageOf(
  { tag, summary, description, example, attributes, properties, events, slots, parts, cssProperties },
  schema,
) {
  const fields = tag === 'patient-guide' ? topFieldsOf(schema) : fieldsOf(schema);
  return `# <${tag}>

${summary}

${description}

\`\`\`html
${example.html}
\`\`\`

## Content

JSON Schema: \`dist/schema/${tag}.json\`. Prose is paragraphs, lists, \`**strong**\`, \`*emphasis*\` and \`[links](https://example.org/)\`; everything else is shown as the characters it is.${tag === 'patient-guide' ? ' The fields of each part are on the page of its element.' : ''}

${table(
  ['field', 'type', 'what it is'],
  fields.map(({ path, type, description }) => [code(path), type, description]),
)}

## Attributes

${table(
  ['attribute', 'type', 'default', 'what it does'],
  attributes.map(({ name, type, default: value, description }) => [code(name), code(type), code(value), description]),
)}

## Properties

${table(
  ['property', 'type', 'default', 'what it is'],
  properties.map(({ name, type, default: value, description }) => [code(name), code(type), code(value), description]),
)}

## Events

All bubble, and cross shadow trees.

${table(
  ['event', 'class', 'when'],
  events.map(({ name, type, description }) => [code(name), code(type), description]),
)}

## Children

${slots.map(({ description }) => description).join(' ')}

## Parts

${table(
  ['part', 'what it is'],
  parts.map(({ name, description }) => [code(`::part(${name})`), description]),
)}

## Custom properties

${table(
  ['property', 'default', 'what it is'],
  cssProperties.map(({ name, default: value, description }) => [code(name), code(value), description]),
)}
`;
}

export const llmsText = (elements, schemas, cdn, snippet) => `# patient-guide

> Custom elements that put a clinic's patient guide into any web page. Each takes its content as JSON, by the attribute \`content\` (or \`data-content\`), a JSON script child, the property \`content\`, or \`src\`; its other children are the fallback.

Load it once:

\`\`\`html
${snippet}
\`\`\`

Escape \`'\` as \`&#39;\`, \`&\` as \`&amp;\` and \`<\` as \`&lt;\` in an attribute in single quotes. Where a CMS strips unknown elements: \`<div data-guide="faq" data-content="…base64 of the JSON…">fallback</div>\`. Prose fields take paragraphs, lists, \`**strong**\`, \`*emphasis*\` and links; no HTML. Wrong content leaves the fallback and writes one line to the console. Invent no clinical claim, figure, source or reviewer.

## Elements

${elements
  .map(
    ({ tag, summary }) =>
      `- [${tag}](${cdn}dist/reference/${tag}.md): ${summary} Content: ${topFieldsOf(schemas[tag])
        .map(({ path, type }) => `\`${path}\` (${type})`)
        .join(', ')}.`,
  )
  .join('\n')}

## Optional

- [JSON Schema of a whole guide](${cdn}dist/schema/patient-guide.json)
- [Custom Elements Manifest](${cdn}dist/custom-elements.json)
- [README](${cdn}README.md)
`;
