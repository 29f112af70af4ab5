/** Types of the elements for frameworks with typed templates: one list, and for each framework how it writes them. */

const comment = ({ description }) => `/** ${description.replaceAll('*/', '* /')} */`;
/** In a template an attribute may always be text. */
const valueOf = ({ type }) => (/boolean/.test(type) ? 'boolean' : /number/.test(type) ? 'number | string' : 'string');

export function listOfTypes(elements) {
  const names = [
    ...new Set(elements.flatMap(({ name, content, events }) => [name, content, ...events.map(({ type }) => type)])),
  ];
  const all = elements.flatMap(({ events }) => events);
  const entries = elements.map(({ tag, name, content, attributes, events }) => {
    // What the parts of a guide tell, bubbles out of it.
    const heard =
      tag === 'patient-guide'
        ? all.filter((event, index) => all.findIndex(({ name }) => name === event.name) === index)
        : events;
    return `  '${tag}': {
    element: ${name};
    attributes: {
      /** The content: an object, or the JSON text of one. \`null\` while it is on its way. */
      content?: ${content} | string | null | undefined;
${attributes
  .filter((attribute) => attribute.name !== 'content')
  .map((attribute) => `      ${comment(attribute)}\n      '${attribute.name}'?: ${valueOf(attribute)} | undefined;`)
  .join('\n')}
    };
    events: {
${heard.map((event) => `      ${comment(event)}\n      '${event.name}': ${event.type};`).join('\n')}
    };
  };`;
  });
  return `import type { ${names.join(', ')} } from '../esm/index.js';

/** Every element by its tag: its class, what a template may set, what it may listen to. */
export interface Elements {
${entries.join('\n')}
}
`;
}

const IMPORT = `import type { Elements } from './elements.js';`;
const listeners = (name) =>
  `type Listeners<Events> = { [Name in keyof Events & string as ${name}]?: ((event: Events[Name]) => void) | undefined };`;
const props = (html, more = '') => `type Props = {
  [Tag in keyof Elements]: Omit<${html}, keyof Elements[Tag]['attributes']> & Elements[Tag]['attributes'] & Listeners<Elements[Tag]['events']>${more};
};`;

export const FRAMEWORKS = {
  react: `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${IMPORT}

/** React 19: \`<guide-faq content={content} onguide-toggle={(event) => …} />\`. */
${listeners('`on${Name}`')}
${props("DetailedHTMLProps<HTMLAttributes<Elements[Tag]['element']>, Elements[Tag]['element']>")}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Props {}
  }
}
`,
  preact: `import type { JSX } from 'preact';
${IMPORT}

/** \`<guide-faq content={content} onguide-toggle={(event) => …} />\`. */
${listeners('`on${Name}`')}
${props("JSX.HTMLAttributes<Elements[Tag]['element']>")}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Props {}
  }
}
`,
  solid: `import type { JSX } from 'solid-js';
${IMPORT}

/** \`<guide-faq prop:content={content()} on:guide-toggle={(event) => …} />\`. */
${listeners('`on:${Name}`')}
${props("JSX.HTMLAttributes<Elements[Tag]['element']>", " & { 'prop:content'?: Elements[Tag]['attributes']['content'] }")}

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Props {}
  }
}
`,
  vue: `import type { HTMLAttributes } from 'vue';
${IMPORT}

type Camel<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\` ? \`\${First}\${Capitalize<Camel<Rest>>}\` : Name;
/** \`<guide-faq :content="content" @guide-toggle="…" />\`. */
${listeners('`on${Capitalize<Camel<Name>>}`')}
${props('HTMLAttributes')}
type Components = { [Tag in keyof Elements]: new () => { $props: Props[Tag] } };

declare module 'vue' {
  interface GlobalComponents extends Components {}
}
`,
  svelte: `import type { HTMLAttributes } from 'svelte/elements';
${IMPORT}

/** \`<guide-faq {content} onguide-toggle={(event) => …} />\`. */
${listeners('`on${Name}`')}
${props("HTMLAttributes<Elements[Tag]['element']>")}

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Props {}
}
`,
};
