import type {RequestHandler} from 'express';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';

const SQUEEZE = {
  br: (data: Buffer) => promisify(brotliCompress)(data, {params: {[constants.BROTLI_PARAM_QUALITY]: 9}}),
  gzip: (data: Buffer) => promisify(gzip)(data, {level: 9}),
};
const TYPES: Record<string, string> = {js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8'};
const FILE = /^\/([\w-]+(?:\.[\w-]+)*\.(js|css))$/;

/**
 * Serves built scripts and styles as small as they get: each is squeezed once, at its first request, and kept. They are
 * few, and never change under one name. What this does not know is left to the next handler.
 */
export function compressedAssets(folder: string): RequestHandler {
  const kept = new Map<string, Promise<Buffer>>();
  return (request, response, next) => {
    const [, file, ending] = FILE.exec(request.path) ?? [];
    const encoding = request.acceptsEncodings('br', 'gzip');
    if (!file || !ending || (encoding !== 'br' && encoding !== 'gzip')) return next();
    const key = `${encoding} ${file}`;
    let body = kept.get(key);
    if (!body) kept.set(key, (body = readFile(join(folder, file)).then(SQUEEZE[encoding])));
    body.then(
      (data) => {
        response.setHeader('Content-Encoding', encoding);
        response.setHeader('Vary', 'Accept-Encoding');
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
        response.type(TYPES[ending] ?? '').send(data);
      },
      () => {
        kept.delete(key);
        next();
      },
    );
  };
}
