/** Types of the elements for frameworks with typed templates: one list, and the declarations for each framework. */
import { unique } from './names.mjs';

const comment = ({ description }) => `/** ${description.replaceAll('*/', '* /')} */`;
/** A template may always pass text to an attribute. */
const typeOf = ({ name, type, property }) => {
  if (/boolean/.test(type)) return 'boolean';
  if (property === name || !property) return 'string';
  return /number/.test(type) ? 'number | string' : 'string';
};

export function listOfTypes(elements) {
  const names = new Set(
    elements.flatMap(({ name, content, events }) => [name, content, ...events.map((event) => event.type)]),
  );
  const all = unique(elements.flatMap(({ events }) => events));
  const entries = elements.map(({ tag, name, content, attributes, properties, events }) => {
    const inputs = [
      ...attributes
        .filter((attribute) => attribute.name !== 'content')
        .map((attribute) => ({ ...attribute, type: typeOf(attribute) })),
      // Frameworks set a property if there is one by that name.
      ...properties,
    ];
    const list = (items, text) => items.map((item) => `      ${comment(item)}\n      ${text(item)}`).join('\n');
    return `  '${tag}': {
    element: ${name};
    given: {
${list(unique(inputs), (item) => `'${item.name}'?: ${item.type.replace(' | undefined', '')} | undefined;`)}
    };
    events: {
${list(tag === 'patient-guide' ? all : events, (event) => `'${event.name}': ${event.type};`)}
    };
  };`;
  });
  return `import type { ${[...names].join(', ')} } from '../esm/index.js';

/**
 * Every element by its tag: its class, what a template may pass to it, and its events. A guide also has the events of
 * its parts.
 */
export interface Elements {
${entries.join('\n')}
}

/** What a template passes to an element, with the framework's prefix for handlers. */
export type Given<Tag extends keyof Elements, Prefix extends string> = Elements[Tag]['given'] & {
  [Name in keyof Elements[Tag]['events'] & string as \`\${Prefix}\${Name}\`]?: ((event: Elements[Tag]['events'][Name]) => void) | undefined;
};

/** What every element accepts, minus what this one declares itself. */
export type Without<Common, Tag extends keyof Elements> = Omit<Common, keyof Elements[Tag]['given']>;
`;
}

const jsx = ({ from, common, prefix = 'on', use, more = '' }) => `import type { ${common} } from '${from}';
import type { Elements, Given, Without } from './elements.js';

type Common<Type extends HTMLElement> = ${use};
type Tags = { [Tag in keyof Elements]: Given<Tag, '${prefix}'> & Without<Common<Elements[Tag]['element']>, Tag> };

declare module '${from}' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}${more}
  }
}
`;

export const FRAMEWORKS = {
  react: jsx({
    from: 'react',
    common: 'DetailedHTMLProps, HTMLAttributes',
    use: 'DetailedHTMLProps<HTMLAttributes<Type>, Type>',
  }),
  preact: jsx({
    from: 'preact',
    common: 'ClassAttributes, HTMLAttributes',
    use: 'HTMLAttributes<Type> & ClassAttributes<Type>',
  }),
  solid: jsx({
    from: 'solid-js',
    common: 'JSX',
    prefix: 'on:',
    use: 'JSX.HTMLAttributes<Type>',
    more: `
    interface ExplicitAttributes {
      'data-content': string;
    }
    interface ExplicitProperties {
      content: object;
      headingLevel: number;
    }`,
  }),
  svelte: `import type { HTMLAttributes } from 'svelte/elements';
import type { Elements, Given, Without } from './elements.js';

type Tags = { [Tag in keyof Elements]: Given<Tag, 'on'> & Without<HTMLAttributes<Elements[Tag]['element']>, Tag> };

declare module 'svelte/elements' {
  export interface SvelteHTMLElements extends Tags {}
}
`,
  vue: `import type { EmitFn, HTMLAttributes } from 'vue';
import type { Elements, Given, Without } from './elements.js';

type Emit<Events> = EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;
type Tags = {
  [Tag in keyof Elements]: new () => {
    $props: Given<Tag, 'on'> & Without<HTMLAttributes, Tag>;
    $emit: Emit<Elements[Tag]['events']>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
`,
};
