import { LitElementRenderer } from '@lit-labs/ssr/lib/lit-element-renderer.js';
import type { RenderInfo } from '@lit-labs/ssr';
import type { ThunkedRenderResult } from '@lit-labs/ssr/lib/render-result.js';
import { renderValue } from '@lit-labs/ssr/lib/render-value.js';
import { GuideElement } from '../base/guide-element.js';
import type { PatientGuideContent } from '../elements/patient-guide/patient-guide.content.js';
import { PatientGuide } from '../elements/patient-guide/patient-guide.js';
import { anchorsOf } from './anchors.js';
import { styleElements } from './style-elements.js';

/** What the server uses of an element beyond its public interface, protected members included. */
interface GuideInternals {
  lang: string;
  headingLevel: number | undefined;
  content: unknown;
  readonly level: number;
  contentFromGuide(guide: object): unknown;
  willUpdate(changed: Map<PropertyKey, unknown>): void;
  render(): unknown;
  setAttribute(name: string, value: string): void;
}

/** What all elements of one render share. */
export interface GuideRenderInfo extends RenderInfo {
  readonly nonce: string | undefined;
  readonly onWarning: (warning: string) => void;
}

/**
 * Renders an element with its own template and without any DOM: no lifecycle callbacks run. A part takes its content
 * from the surrounding guide, as it does through context in a page.
 */
export class GuideRenderer extends LitElementRenderer {
  static override matchesClass(element: typeof HTMLElement): boolean {
    return element.prototype instanceof GuideElement;
  }

  /** Empty on purpose: which guide surrounds an element is only known when its shadow tree renders. */
  override connectedCallback(): void {}

  override renderShadow(info: GuideRenderInfo): ThunkedRenderResult {
    const element = this.element as unknown as GuideInternals;
    const guide = info.customElementHostStack.at(-2)?.element;
    if (guide instanceof PatientGuide) applyContext(guide, this.tagName, element);
    element.willUpdate(new Map());
    const { elementStyles, warningsFor } = this.element.constructor as typeof GuideElement;
    if (element.content)
      for (const warning of warningsFor(element.content as never)) info.onWarning(`<${this.tagName}> ${warning}`);
    return [styleElements(elementStyles, info.nonce), () => renderValue(element.render(), info)];
  }
}

function applyContext(guide: PatientGuide, tag: string, part: GuideInternals): void {
  const content = guide.content as PatientGuideContent;
  const { level } = guide as unknown as GuideInternals;
  part.headingLevel ??= Math.min(level + 1, 6);
  const lang = guide.getAttribute('lang') ?? content.lang;
  if (lang) part.setAttribute('lang', lang);
  part.content = tag === 'guide-contents' ? contentsOf(content) : part.contentFromGuide(content);
}

/** In a page, the list comes from the sections that are there. */
function contentsOf(guide: PatientGuideContent): PatientGuideContent['contents'] {
  const sections = anchorsOf(guide).filter(({ element }) => element === 'guide-section');
  return { items: sections.map(({ label, id }) => ({ text: label, href: `#${id}` })), ...guide.contents };
}
