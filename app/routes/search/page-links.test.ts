import {describe, expect, it} from 'vitest';
import {pageLinks} from './page-links.ts';

const pagesOf = (current: number, pages: number) =>
  pageLinks(current, pages, (page) => `?page=${page}`)?.links.map(({page, isAfterGap}) =>
    isAfterGap ? `…${page}` : `${page}`,
  );

describe('links to pages', () => {
  it('are not needed for one page', () => {
    expect(pageLinks(1, 1, String)).toBeNull();
    expect(pageLinks(1, 0, String)).toBeNull();
  });

  it('keep the first, the last and the neighbours', () => {
    expect(pagesOf(1, 2)).toEqual(['1', '2']);
    expect(pagesOf(5, 9)).toEqual(['1', '…4', '5', '6', '…9']);
    expect(pagesOf(9, 9)).toEqual(['1', '…8', '9']);
  });

  it('lead back from past the end', () => {
    expect(pageLinks(12, 3, String)?.previous).toBe('3');
  });
});
