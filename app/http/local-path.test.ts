import {describe, expect, it} from 'vitest';
import {localPath} from './local-path.server.ts';

const from = (referrer: string | null) =>
  localPath(
    new Request('http://help.example/language', {
      headers: {Host: 'help.example', ...(referrer === null ? {} : {Referer: referrer})},
    }),
  );

describe('going back to where a form was sent from', () => {
  it('keeps the page and its search', () => {
    expect(from('http://help.example/search?q=walk')).toBe('/search?q=walk');
  });

  it('never leads to another site', () => {
    expect(from('https://elsewhere.example/search')).toBe('/');
    expect(from('http://help.example//elsewhere.example')).toBe('/elsewhere.example');
    expect(from('http://help.example/\\elsewhere.example')).toBe('/elsewhere.example');
    expect(from('not an address')).toBe('/');
    expect(from(null)).toBe('/');
  });
});
