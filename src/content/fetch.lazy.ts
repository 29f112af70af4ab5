import type { ContentIssue } from './content-error.js';

/** Fetches a JSON file without cookies, the only request the kit ever makes. Returns its text, or why there is none. */
export async function fetchText(
  address: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly text: string } | { readonly error: ContentIssue }> {
  const failed = (found: string, fix: string) => ({ error: { found, expected: 'a JSON file', fix } });
  try {
    const response = await fetch(new URL(address, document.baseURI), { credentials: 'omit', signal: signal ?? null });
    return response.ok ? { text: await response.text() } : failed(`status ${response.status}`, 'correct the address');
  } catch (error) {
    return failed(String(error), 'correct the address, or allow it by connect-src and CORS');
  }
}
