import {expect, it} from 'vitest';
import {listWhereReadings, withoutDanglingLead} from './split-where.ts';

it('reads what stands after near or in as the place', () => {
  expect(listWhereReadings('walking group in Great Hollands, Bracknell?')[0]).toEqual({
    what: 'walking group',
    where: 'Great Hollands, Bracknell',
    after: 'in',
  });
  expect(listWhereReadings('yoga close to Ascot')[0]).toEqual({what: 'yoga', where: 'Ascot', after: 'near'});
  expect(listWhereReadings('Near Ascot')[0]).toEqual({what: '', where: 'Ascot', after: 'near'});
});

it('tries the last of several first', () => {
  const led = listWhereReadings('help in the home near Ascot').filter(({after}) => after);
  expect(led.map(({where}) => where)).toEqual(['Ascot', 'the home near Ascot']);
});

it('reads the last words as a place, the most first, and leaves at least one', () => {
  expect(listWhereReadings('tai chi great hollands')).toEqual([
    {what: 'tai', where: 'chi great hollands', after: null},
    {what: 'tai chi', where: 'great hollands', after: null},
    {what: 'tai chi great', where: 'hollands', after: null},
  ]);
  expect(listWhereReadings('yoga')).toEqual([]);
  expect(listWhereReadings('')).toEqual([]);
});

it('takes a lead that leads nowhere off the end', () => {
  expect(withoutDanglingLead('yoga near')).toBe('yoga');
  expect(withoutDanglingLead('yoga, in ')).toBe('yoga');
  expect(withoutDanglingLead('near')).toBe('');
  expect(withoutDanglingLead('drop in')).toBe('drop');
  expect(withoutDanglingLead('yoga')).toBe('yoga');
});
