import type { GuideTag } from '../../src/server/index.js';

/** All that a person has made, as it stands in the address. */
export interface Work {
  readonly tag: GuideTag;
  /** The content as JSON, right or wrong. */
  readonly json: string;
  /** Theme tokens by their names without `--guide-`. */
  readonly tokens: Readonly<Record<string, string>>;
}

const NAME = 'work=';

/** For the part of an address behind `#`, which no browser sends to a server. */
export async function toFragment(work: Work): Promise<string> {
  const bytes = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(JSON.stringify(work)));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `#${NAME}${base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** `undefined` where there is none; throws where a link came broken. */
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
