import {describe, expect, it} from 'vitest';
import {networksOf, readTakes, typeTakes, type TypedTakes} from './provider-form.ts';

const typed: TypedTakes = {
  says: ' We walk with people. ',
  outcodes: 'rg12, RG42\nrg12',
  practices: 'Larch  Lane Surgery\n\nThe Elms',
  languages: 'Polish, Nepali\npolish',
  networks: 'Forest PCN: Larch Lane Surgery; The Elms\n',
  needs: ['loneliness'],
  capacity: '',
  givesOut: 'claim',
  isOpen: 'yes',
};

describe('what a provider takes', () => {
  it('is read from lines and commas, each once, and stands in the form again as it was read', () => {
    const read = readTakes(typed);
    expect(read).toEqual({
      ok: true,
      takes: {
        says: 'We walk with people.',
        outcodes: ['RG12', 'RG42'],
        practices: ['Larch Lane Surgery', 'The Elms'],
        languages: ['Polish', 'Nepali'],
        networks: ['Forest PCN: Larch Lane Surgery; The Elms'],
        needs: ['loneliness'],
        capacity: null,
        givesOut: 'claim',
        isOpen: true,
      },
    });
    if (read.ok) expect(readTakes(typeTakes(read.takes))).toEqual(read);
  });

  it.each([
    ['says', ' '],
    ['says', 'x'.repeat(401)],
    ['outcodes', 'RG12, Bracknell'],
    ['practices', 'x'.repeat(201)],
    ['languages', 'x'.repeat(61)],
    ['networks', 'Forest PCN'],
    ['networks', 'Forest PCN:'],
    ['networks', 'Forest PCN: The Elms\nForest PCN: Larch Lane'],
    ['capacity', '0'],
    ['capacity', '1.5'],
    ['capacity', 'many'],
    ['givesOut', 'toString'],
    ['isOpen', ''],
  ] as const)('says what is wrong with %s %j', (field, words) => {
    const read = readTakes({...typed, [field]: words});
    expect(read.ok ? [] : Object.keys(read.problems)).toEqual([field]);
  });
});

describe('networks of practices', () => {
  it('are read from a name, a colon and practices', () => {
    expect(networksOf(['Forest PCN: Larch Lane Surgery; The Elms ', 'none', ': nameless'])).toEqual({
      'Forest PCN': ['Larch Lane Surgery', 'The Elms'],
    });
  });
});
