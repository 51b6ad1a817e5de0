import {expect, test} from 'vitest';
import {isAskedByAPerson} from './asked-by.server.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const asked = (headers: Record<string, string>) => isAskedByAPerson(new Request('http://localhost/search', {headers}));

test('a person asks with a browser; robots and pages fetched ahead are none', () => {
  expect(asked({'User-Agent': BROWSER})).toBe(true);
  expect(asked({'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'})).toBe(false);
  expect(asked({'User-Agent': BROWSER, 'Sec-Purpose': 'prefetch;prerender'})).toBe(false);
  expect(asked({'User-Agent': BROWSER, Purpose: 'prefetch'})).toBe(false);
});
