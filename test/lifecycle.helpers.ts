import { showHtml } from './helpers.js';

type Page = Window & typeof globalThis;

/** Opens a separate document as large as this one. */
export async function openFrame(
  body = '',
): Promise<HTMLIFrameElement & { contentDocument: Document; contentWindow: Page }> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html lang="en"><body>${body}`;
  frame.style.cssText = `width: ${innerWidth}px; height: ${innerHeight}px; border: 0`;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  (await showHtml('<div></div>')).append(frame);
  await loaded;
  return frame as Awaited<ReturnType<typeof openFrame>>;
}
