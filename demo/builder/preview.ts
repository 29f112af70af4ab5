import type { Rgb } from './contrast.js';
import type { Work } from './work.js';

/** The preview’s settings, which are not part of the work. */
export interface View {
  readonly host: 'plain' | 'wordpress' | 'bootstrap';
  readonly scheme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  readonly width: 'phone' | 'tablet' | 'desktop';
}

/** Without `json`, the work is currently invalid, and the last valid content stays. */
export type Shown = View & Pick<Work, 'tag' | 'tokens'> & { readonly json: string | undefined };

/** What axe found, and what it says about it. */
export interface Finding {
  readonly help: string;
  readonly description: string;
  readonly impact: string;
  readonly places: readonly string[];
}

export type FromFrame = { readonly background: Rgb } | { readonly findings: readonly Finding[] };

const WIDTHS = { phone: 375, tablet: 768, desktop: 1200 } as const;
/** The maximum, less if the window needs the space for what surrounds the preview. */
const HEIGHT = 640;
const AROUND = 380;

/** The frame that shows the element as a page would, with no script access to the builder. */
export class Preview {
  readonly #frame: HTMLIFrameElement;
  /** The background of the page in the frame, known once it has loaded. */
  background: Rgb | undefined;
  #shown: Shown | undefined;
  #begin!: () => void;
  /** Resolves when the frame listens; earlier messages would be lost. */
  readonly #begun = new Promise<void>((begin) => (this.#begin = begin));
  #onFindings: ((findings: readonly Finding[]) => void) | undefined;

  constructor(frame: HTMLIFrameElement, onBackground: () => void) {
    this.#frame = frame;
    addEventListener('message', ({ data, source }: MessageEvent<FromFrame>) => {
      if (source !== frame.contentWindow) return;
      if ('findings' in data) return this.#onFindings?.(data.findings);
      const isNew = !this.background;
      this.background = data.background;
      if (isNew) this.#send();
      this.#begin();
      onBackground();
    });
    new ResizeObserver(() => this.#fit()).observe(frame.parentElement!);
    addEventListener('resize', () => this.#fit());
    frame.src = new URL('../builder/frame.html', import.meta.url).href;
  }

  show(shown: Shown): void {
    this.#shown = shown;
    this.#send();
    this.#fit();
  }

  async check(): Promise<readonly Finding[]> {
    await this.#begun;
    this.#frame.contentWindow?.postMessage('check', '*');
    return new Promise((done) => (this.#onFindings = done));
  }

  #send(): void {
    // A sandboxed frame has no origin to name.
    if (this.background) this.#frame.contentWindow?.postMessage(this.#shown, '*');
  }

  /** Scales down a screen that is wider than the available space, instead of narrowing it. */
  #fit(): void {
    const box = this.#frame.parentElement!;
    const width = WIDTHS[this.#shown?.width ?? 'phone'];
    const scale = Math.min(1, box.clientWidth / width);
    const height = Math.max(HEIGHT / 2, Math.min(HEIGHT, innerHeight - AROUND));
    Object.assign(this.#frame.style, {
      inlineSize: `${width}px`,
      blockSize: `${height / scale}px`,
      transform: `scale(${scale})`,
    });
    box.style.blockSize = `${height}px`;
  }
}
