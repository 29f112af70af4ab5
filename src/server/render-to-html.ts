import { Readable } from 'node:stream';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { toJsonLd } from '../controllers/write-json-ld.lazy.js';
import { type ValidationResult, validateContent } from '../content/validate.js';
import type { PageData } from '../page/page-registry.js';
import { encode } from '../content/encode.js';
import { type ContentError, formatContentError } from '../content/content-error.js';
import { decodeAndValidate } from '../content/decode.lazy.js';
import { elements } from '../entries/register.js';
import { anchorsOf } from './anchors.js';
import { escapeAttribute } from './escape-html.js';
import { type GuideRenderInfo, GuideRenderer } from './guide-renderer.js';
import { toStaticHtml } from './to-static-html.js';

// Define them in the registry of Lit's server renderer: on a server, the modules for a page define nothing.
for (const [tag, element] of Object.entries(elements))
  if (!customElements.get(tag)) customElements.define(tag, element);

/** One of the kit's tags, such as `guide-faq`. */
export type GuideTag = keyof typeof elements;

/** Options for {@link renderToHtml}. */
export interface RenderOptions {
  /**
   * `both` (default): a declarative shadow tree, so the first paint is the final look, followed by the plain form.
   * `shadow`: without the plain form. `plain`: only headings, lists, tables and paragraphs, which survive the filters
   * of a CMS that allows the element. `mount`: the same in a `<div data-guide>`, for a CMS that doesn't.
   */
  readonly form?: 'both' | 'shadow' | 'plain' | 'mount';
  /** Language of the page that the element goes into (BCP 47). A guide's own `lang` takes precedence. Default: `en`. */
  readonly lang?: string;
  /** Level of the first heading, 1 to 6. Default: 2. */
  readonly headingLevel?: number;
  /**
   * Theme tokens, such as `{ accent: '#036' }` for `--guide-accent`. They go into a style element before the element.
   */
  readonly tokens?: Readonly<Record<string, string>>;
  /**
   * Nonce for the style elements, if the page's Content-Security-Policy requires one. Without a nonce, see
   * `styleHashes`.
   */
  readonly nonce?: string;
  /** Describes a guide to search engines, with a JSON-LD block after the element. Default: `false`. */
  readonly structuredData?: boolean;
  /** More attributes of the element, such as `{ single: '', class: 'faq' }`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Name of the content in an error message, such as a file name. Default: `content`. */
  readonly source?: string;
  /**
   * Called with each thing that an editor should look at: an unknown field, a figure without a source, a repair in the
   * JSON. Default: `console.warn`.
   */
  readonly onWarning?: (warning: string) => void;
}

/** The content is invalid, and nothing was rendered. The message is the one that a browser's console would show. */
export class GuideContentError extends Error {
  /** The element, where the problem is, what was found, what was expected, and the fix. */
  readonly error: ContentError;

  constructor(error: ContentError) {
    super(formatContentError(error));
    this.name = 'GuideContentError';
    this.error = error;
  }
}

/**
 * Renders an element and its content to HTML that is complete without any script. When the script loads, it upgrades
 * the element in place.
 *
 * @param tag - `guide-faq`, `patient-guide` …
 * @param content - The content: an object, or its JSON text.
 * @throws GuideContentError when the content is invalid.
 */
export function renderToHtml(tag: GuideTag, content: unknown, options: RenderOptions = {}): string {
  return [...renderPieces(tag, content, options)].join('');
}

/** The same as a stream of pieces, for a large guide. */
export function renderToStream(tag: GuideTag, content: unknown, options: RenderOptions = {}): Readable {
  return Readable.from(renderPieces(tag, content, options));
}

function* renderPieces(tag: GuideTag, input: unknown, options: RenderOptions): Generator<string> {
  const { form = 'both', lang = 'en', nonce, source = 'content', onWarning = console.warn } = options;
  const { content, warnings } = validateOrThrow(tag, input, source);
  for (const warning of warnings) onWarning(`<${tag}> ${warning}`);
  const guide = 'lang' in content && typeof content.lang === 'string' ? content.lang : undefined;
  const renderer = new GuideRenderer(tag);
  const element = renderer.element as unknown as { content: object; headingLevel: number | undefined };
  element.content = content;
  element.headingLevel = options.headingLevel;
  for (const [name, value] of Object.entries(options.attributes ?? {})) renderer.setAttribute(name, value);
  renderer.element.setAttribute('lang', guide ?? lang);
  const info: GuideRenderInfo = {
    elementRenderers: [GuideRenderer],
    customElementInstanceStack: [renderer],
    customElementHostStack: [renderer],
    eventTargetStack: [],
    slotStack: [],
    deferHydration: false,
    nonce,
    onWarning,
  };
  const shadow = stripLitMarkers(collectResultSync(renderer.renderShadow(info) ?? []));
  const plain =
    form === 'shadow'
      ? ''
      : `\n${toStaticHtml(`<${tag}>${TEMPLATE}${shadow}</template></${tag}>`, anchorsOf(content))}\n`;

  yield tokenStyle(tag, options);
  if (form === 'mount') {
    yield `<div data-guide="${tag.replace('guide-', '')}" data-content="${encode(content)}"${serializeAttributes(options, 'data-')}>${plain}</div>`;
  } else {
    yield `<${tag} content="${escapeAttribute(JSON.stringify(content))}"${serializeAttributes(options)}>`;
    if (form !== 'plain') yield* [TEMPLATE, shadow, '</template>'];
    yield `${plain}</${tag}>`;
  }
  if (options.structuredData)
    yield `\n<script type="application/ld+json"${nonce === undefined ? '' : ` nonce="${escapeAttribute(nonce)}"`}>${toJsonLd(jsonLdDataOf(content))}</script>`;
}

const TEMPLATE = '<template shadowrootmode="open">';

function validateOrThrow(
  tag: GuideTag,
  input: unknown,
  source: string,
): Extract<ValidationResult, { content: object }> {
  const { schema } = elements[tag];
  const result =
    typeof input === 'string'
      ? decodeAndValidate(schema, { name: source, text: input })
      : validateContent(schema, input);
  if ('error' in result) throw new GuideContentError({ element: tag, source, ...result.error });
  return result;
}

/** Strips the markers of Lit's hydration, which the kit doesn't use. */
const stripLitMarkers = (html: string): string =>
  html
    .replace(/<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g, '')
    .replace(/ defer-hydration(?=><template)/g, '')
    .replaceAll('<template shadowroot="open" shadowrootmode="open">', TEMPLATE);

function serializeAttributes({ attributes = {}, headingLevel }: RenderOptions, prefix = ''): string {
  const all = { ...(headingLevel === undefined ? {} : { 'heading-level': `${headingLevel}` }), ...attributes };
  return Object.entries(all)
    .map(
      ([name, value]) =>
        ` ${/^(?:class|id|lang|dir)$/.test(name) ? '' : prefix}${name}${value && `="${escapeAttribute(value)}"`}`,
    )
    .join('');
}

function tokenStyle(tag: string, { tokens = {}, nonce }: RenderOptions): string {
  const declarations = Object.entries(tokens).map(([name, value]) => `--guide-${name}:${value}`);
  if (!declarations.length) return '';
  const attribute = nonce === undefined ? '' : ` nonce="${escapeAttribute(nonce)}"`;
  return `<style${attribute}>${tag}{${declarations.join(';').replace(/[<{}]/g, '')}}</style>\n`;
}

const jsonLdDataOf = (content: object): PageData[] => {
  const { faq } = content as { faq?: PageData };
  return [content, ...(faq ? [faq] : [])];
};
