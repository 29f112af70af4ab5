/** A JSON Schema for each element's content, from the schema that the browser validates against. */
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { describeFields } from './elements.mjs';

/** Makes editors flag keys that the kit would ignore. */
function close(schema) {
  if (schema.properties) schema.additionalProperties = false;
  for (const inner of [...Object.values(schema.properties ?? {}), schema.items].filter(Boolean)) close(inner);
}

export async function schemasOf(elements, cdn) {
  const schemas = elements.map(async ({ tag, summary, content, contentType, example }) => {
    const module = await import(pathToFileURL(`dist/esm/elements/${tag}/${tag}.content.js`).href);
    const variable = Object.keys(module).find((key) => key.endsWith('Content'));
    const schema = toJsonSchema(module[variable], {
      errorMode: 'ignore',
      target: 'draft-2020-12',
    });
    describeFields(schema, contentType, content);
    close(schema);
    schema.properties.$schema = {
      type: 'string',
      description: 'Address of this schema, for editors. The kit passes over it.',
    };
    const { $schema, ...rest } = schema;
    return [
      tag,
      {
        $schema,
        $id: `${cdn}dist/schema/${tag}.json`,
        title: `Content of <${tag}>`,
        description: summary,
        ...rest,
        examples: [example.content],
      },
    ];
  });
  return Object.fromEntries(await Promise.all(schemas));
}
