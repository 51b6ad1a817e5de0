import {expect, it} from 'vitest';
import {readActsFilter, writeActsFilter} from './acts-filter.ts';

const read = (query: string) => readActsFilter(new URLSearchParams(query));

it('reads days as a date field sends them and as people write them', () => {
  expect(read('from=2026-11-03&until=4/12/2026').filter).toEqual({
    from: '2026-11-03',
    until: '2026-12-04',
    before: null,
  });
  expect(read('from=03.11.2026').filter.from).toBe('2026-11-03');
});

it('keeps what it cannot read beside a word about it, and lists without it', () => {
  const {filter, typed, problems} = read('from=31/2/2026&until=soon');
  expect(filter).toEqual({from: null, until: null, before: null});
  expect(typed).toEqual({from: '31/2/2026', until: 'soon'});
  expect(Object.keys(problems)).toEqual(['from', 'until']);
});

it('refuses a last day before the first', () => {
  const {filter, problems} = read('from=2026-11-03&until=2026-11-02');
  expect(filter).toMatchObject({from: '2026-11-03', until: null});
  expect(problems.until).toContain('must not be before');
});

it('goes on from a place in the chain, and from nothing else', () => {
  expect(read('before=1234').filter.before).toBe(1234);
  for (const wrong of ['before=0', 'before=-3', 'before=1.5', 'before=x', 'before=', 'before=99999999999999999999']) {
    expect(read(wrong).filter.before).toBeNull();
  }
});

it('is written as it is read', () => {
  const address = '?from=2026-11-03&until=2026-12-04&before=77';
  const {filter} = read(address);
  expect(writeActsFilter(filter, filter.before)).toBe(address);
  expect(writeActsFilter({from: null, until: null})).toBe('');
});
