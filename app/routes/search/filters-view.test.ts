import {describe, expect, it} from 'vitest';
import {parseSearch, type SearchAnswer} from '../../../search/search-schema.ts';
import {enServer} from '../../i18n/en-server.ts';
import {chosenChips, filterGroups, filterNames} from './filters-view.ts';

const vocabulary = {
  needs: [{key: 'debt', name: 'Money worries and debt', group: 'money', isCommon: true, phrases: []}],
  audiences: [],
  access: [],
  languages: [{key: 'pl', name: 'Polish', also: []}],
};
const nameOf = filterNames(vocabulary, enServer);

function answered(facets: SearchAnswer['facets'], total = 9): SearchAnswer {
  const nothing = {page: 1, pages: 1, cards: [], needs: [], mended: null, place: null, suggestions: []};
  return {id: 'a', engine: 'meilisearch', isDegraded: false, total, others: new Set(), ...nothing, facets};
}
const groups = (query: string, facets: SearchAnswer['facets'], total?: number) =>
  filterGroups(parseSearch(new URLSearchParams(query)), answered(facets, total), nameOf, enServer);

describe('the filters beside the results', () => {
  it('offer what would find something, the week in its order and the rest by how much', () => {
    const [kind, day] = groups('', {
      day: [
        {value: 'WE', count: 9},
        {value: 'MO', count: 2},
      ],
      kind: [
        {value: 'helpline', count: 1},
        {value: 'group', count: 4},
        {value: 'online', count: 0},
      ],
    });
    expect(kind?.options.map(({label, count}) => `${label} ${count}`)).toEqual(['Groups 4', 'Helplines 1']);
    expect(day?.options.map(({label}) => label)).toEqual(['Monday', 'Wednesday']);
  });

  it('keep what is chosen in sight, also when it finds nothing', () => {
    const many = Array.from({length: 40}, (_, index) => ({value: `need-${index}`, count: 50 - index}));
    const [need] = groups('need=need-30&need=debt', {need: many});
    expect(need?.chosen).toBe(2);
    expect(need?.options.filter(({isChosen}) => isChosen).map(({label}) => label)).toEqual([
      'need-30',
      'Money worries and debt',
    ]);
    expect(need?.options).toHaveLength(9);
    expect(need?.more.every(({isChosen}) => !isChosen)).toBe(true);
  });

  it('stay away where there is nothing to narrow down: what every result has, and where results are few', () => {
    const facets = {
      cost: [{value: 'free', count: 9}],
      kind: [
        {value: 'group', count: 8},
        {value: 'service', count: 1},
      ],
    };
    expect(groups('', facets).map(({param}) => param)).toEqual(['kind']);
    expect(groups('', facets, 5)).toEqual([]);
    expect(groups('cost=free', facets, 5).map(({param}) => param)).toEqual(['cost']);
  });

  it('are taken away one by one', () => {
    const request = parseSearch(new URLSearchParams('q=help&day=MO&language=pl&page=2'));
    expect(chosenChips(request, 'list', nameOf)).toEqual([
      {label: 'Monday', href: '/search?q=help&language=pl'},
      {label: 'Polish', href: '/search?q=help&day=MO'},
    ]);
  });
});
