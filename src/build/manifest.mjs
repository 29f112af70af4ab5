/** For editors: the Custom Elements Manifest, custom data for VS Code, and web-types for JetBrains. */
import { unique } from './names.mjs';

/** https://github.com/webcomponents/custom-elements-manifest */
export const manifestOf = (elements) => ({
  schemaVersion: '1.0.0',
  modules: elements.map(
    ({ tag, name, summary, description, attributes, properties, events, slots, parts, cssProperties }) => {
      const path = `dist/esm/entries/define/${tag}.js`;
      const typed = ({ type, ...rest }) => ({ ...rest, ...(type && { type: { text: type } }) });
      const declaration = { name, module: path };
      return {
        kind: 'javascript-module',
        path,
        declarations: [
          {
            kind: 'class',
            customElement: true,
            name,
            tagName: tag,
            summary,
            description,
            attributes: attributes.map(({ property, ...rest }) =>
              typed({ ...rest, ...(property && { fieldName: property }) }),
            ),
            members: properties.map((property) => ({ kind: 'field', ...typed(property) })),
            events: events.map(typed),
            slots,
            cssParts: parts,
            cssProperties,
          },
        ],
        exports: [
          { kind: 'js', name, declaration },
          { kind: 'custom-element-definition', name: tag, declaration },
        ],
      };
    },
  ),
});

const named = ({ name, description }) => ({ name, description });
const isFlag = ({ type }) => type === 'boolean';
const markdown = ({ tag, summary, description, events, parts }) =>
  [
    `**${summary}** ${description}`,
    `**Events:** ${events.map(({ name, description }) => `\`${name}\`: ${description}`).join(' ')}`,
    `**Parts:** ${parts.map(({ name, description }) => `\`::part(${name})\`: ${description}`).join(' ')}`,
    `**Content:** see \`dist/reference/${tag}.md\``,
  ].join('\n\n');

/** https://code.visualstudio.com/api/extension-guides/custom-data-extension */
export const vsCodeHtml = (elements, cdn) => ({
  version: 1.1,
  tags: elements.map((element) => ({
    name: element.tag,
    description: { kind: 'markdown', value: markdown(element) },
    attributes: element.attributes.map((attribute) => ({
      name: attribute.name,
      description: attribute.description,
      ...(isFlag(attribute) && { valueSet: 'v' }),
    })),
    references: [{ name: 'Reference', url: `${cdn}dist/reference/${element.tag}.md` }],
  })),
  globalAttributes: [
    {
      name: 'data-guide',
      description: 'On a `div`, for places that strip unknown elements: the script makes it the element of that name.',
      values: elements.map(({ tag, summary }) => ({ name: tag.replace('guide-', ''), description: summary })),
    },
  ],
});

export const vsCodeCss = (elements) => ({
  version: 1.1,
  properties: unique(elements.flatMap(({ cssProperties }) => cssProperties)).map(named),
});

/** https://github.com/JetBrains/web-types */
export const webTypes = (elements, version) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name: 'patient-guide',
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map((element) => ({
        name: element.tag,
        description: markdown(element),
        attributes: element.attributes.map((attribute) => ({
          name: attribute.name,
          description: attribute.description,
          value: isFlag(attribute) ? { kind: 'no-value' } : { type: attribute.type },
        })),
        slots: element.slots,
        js: {
          properties: element.properties.map(({ name, description, type }) => ({ name, description, value: { type } })),
          events: element.events.map(named),
        },
        css: {
          parts: element.parts,
          properties: element.cssProperties.map(named),
        },
      })),
    },
  },
});
