import {decodeText} from './decode-lines.ts';
import {FeedError, fetchWithRetry, type FetchOptions} from './fetch-retry.server.ts';

/** One page of a feed has no reason to be larger. */
const LARGEST_ANSWER_BYTES = 50_000_000;

/**
 * Fetches and parses JSON. Half an answer is tried again; a page of HTML is not.
 *
 * @throws {FeedError}
 */
export async function fetchJson(url: string, options: FetchOptions): Promise<unknown> {
  return (await fetchDocument(url, options)).document;
}

/**
 * Fetches and parses JSON, and tells where it came from in the end: the next pages are best asked for there, as a server
 * that sends one on may forget which page was asked for.
 *
 * @throws {FeedError}
 */
export async function fetchDocument(url: string, options: FetchOptions): Promise<{document: unknown; address: string}> {
  return fetchWithRetry(url, options, async (response) => {
    const text = decodeText(await readLimited(url, response)).replace(/^\ufeff/, '');
    try {
      return {document: JSON.parse(text) as unknown, address: response.url || url};
    } catch (error) {
      if (/^\s*</.test(text)) throw new FeedError(`${url} gives a web page, not JSON`, response.status, {cause: error});
      throw error;
    }
  });
}

async function readLimited(url: string, response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (!response.body) return new Uint8Array();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > LARGEST_ANSWER_BYTES) throw new FeedError(`${url} gives more than 50 MB at once`, response.status);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
