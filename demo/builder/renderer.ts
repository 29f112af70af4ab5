/**
 * The kit’s own server renderer in a worker: like Node it has no document, so the page produces exactly what
 * `npx patient-guide render` would.
 */
import { type GuideTag, type RenderOptions, renderToHtml } from '../../src/server/index.js';

export interface Job {
  readonly number: number;
  readonly tag: GuideTag;
  readonly json: string;
  readonly options: readonly RenderOptions[];
}

export type Rendered = { readonly number: number } & (
  { readonly html: readonly string[] } | { readonly error: string }
);

addEventListener('message', ({ data: { number, tag, json, options } }: MessageEvent<Job>) => {
  const send = (rendered: Rendered) => (self as unknown as Worker).postMessage(rendered);
  try {
    const html = options.map((each) => renderToHtml(tag, json, { ...each, onWarning: () => {} }));
    send({ number, html });
  } catch (error) {
    send({ number, error: String(error) });
  }
});
