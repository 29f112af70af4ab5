import type { Fault } from './fault.js';

/**
 * Asks for a JSON file: the only request that the kit ever makes, and without cookies. `take` gets its text, or why there
 * is none.
 */
export async function loadFile(
  address: string,
  signal: AbortSignal | undefined,
  take: (loaded: { readonly text: string } | { readonly fault: Fault }) => void,
): Promise<void> {
  const failed = (found: string, fix: string) => ({ fault: { found, expected: 'a JSON file', fix } });
  let loaded;
  try {
    const response = await fetch(new URL(address, document.baseURI), { credentials: 'omit', signal: signal ?? null });
    loaded = response.ok ? { text: await response.text() } : failed(`status ${response.status}`, 'correct the address');
  } catch (error) {
    loaded = failed(String(error), 'correct the address, or allow it by connect-src and CORS');
  }
  take(loaded);
}
