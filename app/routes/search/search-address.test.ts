import {describe, expect, it} from 'vitest';
import {parseSearch} from '../../../search/search-schema.ts';
import {changed, searchHref, withoutFilter} from './search-address.ts';

const asked = (query: string) => parseSearch(new URLSearchParams(query));

describe('the address of a search', () => {
  it('is the same for the same search, however it was written', () => {
    expect(searchHref(asked('q=&near=RG12&within=5&sort=best&page=1&made=up'))).toBe('/search?near=RG12');
    expect(searchHref(asked(''))).toBe('/search');
  });

  it('keeps words as they were typed only as long as they are the same', () => {
    const request = asked('q=lonley&exact=lonley&near=RG12');
    expect(searchHref(request)).toBe('/search?q=lonley&exact=lonley&near=RG12');
    expect(searchHref(changed(request, {q: 'lonly'}))).toBe('/search?q=lonly&near=RG12');
    expect(searchHref(asked('q=lonely&exact=lonley'))).toBe('/search?q=lonely');
  });

  it('loses one filter and starts again from the first page', () => {
    const request = asked('q=walk&day=MO&day=WE&cost=free&page=3');
    expect(searchHref(withoutFilter(request, 'day', 'MO'))).toBe('/search?q=walk&day=WE&cost=free');
    expect(searchHref(withoutFilter(request, 'cost', 'free'), 'map')).toBe('/search?q=walk&day=MO&day=WE&view=map');
  });
});
