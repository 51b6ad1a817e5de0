import {expect, it} from 'vitest';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {squeezed, type Squeeze} from './squeezed.server.ts';

const page = `<!DOCTYPE html><p>${'Tea and company. '.repeat(20_000)}£</p>`;
const opened = {br: brotliDecompressSync, gzip: gunzipSync};

it.each(['br', 'gzip'] as const)(
  'a page as %s says what it is and how long, and holds the whole page',
  async (squeeze) => {
    const response = await squeezed(page, squeeze, new Headers({'X-Own': 'kept'}), 404);
    const body = Buffer.from(await response.arrayBuffer());
    expect(response.status).toBe(404);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-encoding': squeeze,
      'content-length': String(body.length),
      vary: 'Accept-Encoding',
      'x-own': 'kept',
    });
    expect(opened[squeeze](body).toString()).toBe(page);
  },
);

it('a browser that understands neither gets the page as it is, which no cache may give to another', async () => {
  const response = await squeezed(page, null satisfies Squeeze, new Headers(), 200);
  expect(response.headers.get('Content-Encoding')).toBeNull();
  expect(response.headers.get('Vary')).toBe('Accept-Encoding');
  expect(await response.text()).toBe(page);
});
