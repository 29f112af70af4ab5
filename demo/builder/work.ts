import type { GuideTag } from '../../src/server/index.js';

/** Everything that a person has made, as saved in the URL. */
export interface Work {
  readonly tag: GuideTag;
  /** The content as JSON, valid or not. */
  readonly json: string;
  /** Theme tokens by name, without `--guide-`. */
  readonly tokens: Readonly<Record<string, string>>;
}

const NAME = 'work=';

/** For the part of a URL after `#`, which browsers don’t send to servers. */
export async function toFragment(work: Work): Promise<string> {
  const bytes = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(JSON.stringify(work)));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `#${NAME}${base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** `undefined` if there is none; throws if the link is broken. */
export async function fromFragment(fragment: string): Promise<Work | undefined> {
  const [, text] = fragment.split(`#${NAME}`);
  if (!text) return undefined;
  const packed = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  const bytes = await through(new DecompressionStream('deflate-raw'), packed);
  return JSON.parse(new TextDecoder().decode(bytes)) as Work;
}

async function through(stream: CompressionStream | DecompressionStream, bytes: Uint8Array<ArrayBuffer>) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
