import {describe, expect, it} from 'vitest';
import {parseShortlist, rememberShortlist, SHORTLIST_LIMIT, shortlistOf} from './shortlist-cookie.server.ts';

describe('the list in the cookie', () => {
  it('is read in the order things were added, without doubles and nonsense', () => {
    const request = new Request('http://help.example/', {headers: {Cookie: 'lang=en; shortlist=12.7.12.x.-3.0'}});
    expect(shortlistOf(request)).toEqual([12, 7]);
    expect(parseShortlist('45,3,1e9,45')).toEqual([45, 3]);
  });

  it('has an end', () => {
    const many = Array.from({length: 99}, (_, index) => index + 1).join(',');
    expect(parseShortlist(many)).toHaveLength(SHORTLIST_LIMIT);
  });

  it('goes when the list is empty', () => {
    expect(rememberShortlist([], false)).toContain('Max-Age=0');
    expect(rememberShortlist([1, 2], true)).toContain(
      'shortlist=1.2; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax; Secure',
    );
  });
});
