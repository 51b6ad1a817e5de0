/** Makes a page small for its way, in one go: as a stream, each of its pieces takes a turn of its own through zlib and the network. */
import type {Request} from 'express';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';

/** Room for most pages, once they are squeezed. */
const chunkSize = 32 * 1024;
const SQUEEZE = {
  // The lower levels: on pages of this size the higher ones cost more time than the smaller answer saves.
  br: (page: string) => promisify(brotliCompress)(page, {chunkSize, params: {[constants.BROTLI_PARAM_QUALITY]: 4}}),
  gzip: (page: string) => promisify(gzip)(page, {chunkSize, level: 1}),
};

/** A way to squeeze that a browser understands; null for none. */
export type Squeeze = keyof typeof SQUEEZE | null;

export function squeezeFor(request: Request): Squeeze {
  const accepted = request.acceptsEncodings('br', 'gzip');
  return accepted === 'br' || accepted === 'gzip' ? accepted : null;
}

/** A page as a response; `headers` are completed with what they must say of it. */
export async function squeezed(page: string, squeeze: Squeeze, headers: Headers, status: number): Promise<Response> {
  headers.append('Vary', 'Accept-Encoding');
  if (!squeeze) return new Response(page, {headers, status});
  const body = await SQUEEZE[squeeze](page);
  headers.set('Content-Encoding', squeeze);
  headers.set('Content-Length', String(body.length));
  return new Response(body, {headers, status});
}
