import type { ContentSource } from './content-source.js';

/**
 * The JSON file that `src` names: the only request the kit ever makes, and one for each address. It takes no cookies
 * along, and is given up when the element leaves the page.
 */
export class ContentFile {
  readonly #onCome: () => void;
  #address: string | undefined;
  #source: ContentSource | null = null;
  #request: AbortController | undefined;

  constructor(onCome: () => void) {
    this.#onCome = onCome;
  }

  /** What has come of the file; `null` as long as nothing has. It is asked for only by an element in the page. */
  read(address: string, isInPage: boolean): ContentSource | null {
    if (isInPage && address !== this.#address) {
      this.giveUp();
      this.#source = null;
      this.#address = address;
      this.#request = new AbortController();
      void this.#load(address, this.#request.signal);
    }
    return this.#source;
  }

  /** What is still on its way must not come any more. */
  giveUp(): void {
    this.#request?.abort();
    if (!this.#source) this.#address = undefined;
  }

  async #load(address: string, signal: AbortSignal): Promise<void> {
    const name = `src "${address}"`;
    const failed = (found: string, fix: string) => ({ name, fault: { found, expected: 'a JSON file', fix } });
    let source: ContentSource;
    try {
      const response = await fetch(new URL(address, document.baseURI), { credentials: 'omit', signal });
      source = response.ok
        ? { name, text: await response.text() }
        : failed(`status ${response.status}`, 'correct the address');
    } catch (error) {
      source = failed(String(error), 'correct the address, or allow it by connect-src and CORS');
    }
    if (signal.aborted) return;
    this.#source = source;
    this.#onCome();
  }
}
