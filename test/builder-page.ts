import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { settled, showHtml } from './helpers.js';

const CDN = /https:\/\/cdn\.jsdelivr\.net\/npm\/patient-guide@[\d.]+/g;
/** Waits until `get` returns something, or times out. */
export const wait = async <Value>(get: () => Value, what: string): Promise<NonNullable<Value>> => {
  for (const end = performance.now() + 15_000; performance.now() < end; await settled()) {
    const value = get();
    if (value) return value;
  }
  throw new Error(`timed out waiting for ${what}`);
};

/** The builder in a frame, used as a person would. */
export class Builder {
  readonly frame: HTMLIFrameElement;
  copied: string | undefined;

  constructor(frame: HTMLIFrameElement) {
    this.frame = frame;
    const clipboard = { writeText: (text: string) => Promise.resolve(void (this.copied = text)) };
    Object.defineProperty(frame.contentWindow!.navigator, 'clipboard', { value: clipboard });
  }

  get document(): Document {
    return this.frame.contentDocument!;
  }

  find<Type extends HTMLElement = HTMLElement>(selector: string): Type {
    const found = this.document.querySelector<Type>(selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  }

  button(name: string): HTMLElement {
    const found = [...this.document.querySelectorAll('button')].find(
      (each) => (each.ariaLabel ?? each.textContent.trim().replace(/\s+/g, ' ')) === name,
    );
    if (!found) throw new Error(`there is no button “${name}”`);
    return found;
  }

  /** Types into the field with this label; if there are several, into the last one. */
  fill(label: string, text: string): void {
    const labels = [...this.document.querySelectorAll('label')].filter(
      (each) => each.firstChild?.textContent?.trim() === label || each.textContent.trim().startsWith(`${label} `),
    );
    const field = this.document.getElementById(labels.at(-1)?.htmlFor ?? '') as HTMLInputElement | null;
    if (!field) throw new Error(`there is no field “${label}”`);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  choose(selector: string, value: string): void {
    const field = this.find<HTMLSelectElement>(selector);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  tick(label: string): void {
    const found = [...this.document.querySelectorAll('label')].find((each) => each.textContent.trim() === label);
    if (!found) throw new Error(`there is no option “${label}”`);
    found.click();
  }

  get json(): unknown {
    return JSON.parse(this.find('.cm-content').innerText.replace(/\n\n/g, '\n')) as unknown;
  }

  /** What the copy button copies, once the code matches the work. */
  async code(form: string, includes: string, button?: string): Promise<string> {
    await wait(() => this.document.querySelector('.code pre')?.textContent.includes(''), 'the code');
    this.tick(form);
    const buttons = () => [...this.document.querySelectorAll<HTMLElement>('.code .main')];
    await wait(() => this.find('.code').textContent.includes(includes), `the code with ${includes}`);
    (button ? buttons().find((each) => each.ariaLabel!.includes(button))! : buttons().at(-1)!).click();
    const copied = await wait(() => this.copied, 'the clipboard');
    this.copied = undefined;
    return copied;
  }
}

export async function openBuilder(fragment = '', width = 1280): Promise<Builder> {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { inlineSize: `${width}px`, blockSize: '900px', border: '0' });
  frame.src = `/demo/builder.html${fragment}`;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  (await showHtml('<div></div>')).append(frame);
  await loaded;
  const builder = new Builder(frame);
  await wait(() => builder.document.querySelector('.cm-content'), 'the editor');
  return builder;
}

/** Pastes code into an empty page on another origin and returns what a visitor sees of the element. */
export async function pasted(code: string, tag: string): Promise<string> {
  const origin = await (await fetch('/__other-origin')).text();
  const report = `<script>
    const text = (root) => [...root.childNodes].map((node) => node.localName === 'style' ? '' :
      node.shadowRoot ? text(node.shadowRoot) : node.nodeType === 3 ? node.data : node.nodeType === 1 ? text(node) : '').join(' ');
    const problems = [];
    addEventListener('error', ({ message, target }) => problems.push(message ?? target.src), true);
    const shown = () => document.querySelector('${tag}')?.shadowRoot;
    addEventListener('load', () => {
      const started = performance.now();
      const waiting = setInterval(() => {
        if (!(shown() && text(shown()).trim()) && performance.now() - started < 15_000) return;
        clearInterval(waiting);
        shown()?.querySelector('[aria-expanded]')?.click();
        setTimeout(() => parent.postMessage({ seen: shown() ? text(shown()) : 'nothing: ' + problems + document.body.innerHTML }, '*'), 100);
      }, 50);
    });
  </script>`;
  const page = `<!doctype html><html lang="en"><title>Empty</title><body>${report}${code.replace(CDN, origin)}`;
  const frame = document.createElement('iframe');
  frame.src = await executeServerCommand<string, { page: string }>('serve-page', { page });
  const seen = new Promise<string>((done) =>
    addEventListener('message', function hear({ source, data }: MessageEvent<{ seen?: string }>) {
      if (source !== frame.contentWindow || data.seen === undefined) return;
      removeEventListener('message', hear);
      done(data.seen.replace(/\s+/g, ' ').replace(/ (?=[.,])/g, ''));
    }),
  );
  (await showHtml('<div></div>')).append(frame);
  expect(new URL(frame.src).origin).not.to.equal(location.origin);
  return seen;
}
