import {describe, expect, it} from 'vitest';
import {localPath, ownPath} from './local-path.server.ts';

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

describe('going back to where a form says', () => {
  it('keeps the page and its search', () => {
    expect(ownPath('/plan/token?layout=large')).toBe('/plan/token?layout=large');
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'search',
    '',
    null,
    'javascript:0',
  ])('never leads to another site: %s', (named) => expect(ownPath(named)).toBe('/'));

  it('nor by what a browser leaves out of an address', () => {
    expect(ownPath('/\t/elsewhere.example')).toBe('/');
    expect(ownPath('/.//elsewhere.example')).toBe('/elsewhere.example');
  });
});
