import {describe, expect, it} from 'vitest';
import {chooseProvider, serves, type Provider} from './choose-provider.ts';

const provider = (name: string, fields: Partial<Provider> = {}): Provider => ({
  partnerId: name,
  name,
  outcodes: [],
  practices: [],
  languages: [],
  needs: [],
  isOpen: true,
  isFull: false,
  ...fields,
});
const lily = provider('Lily Hill');
const crowthorne = provider('Crowthorne', {outcodes: ['RG45', 'GU47'], languages: ['Nepali']});
const wokingham = provider('Wokingham', {outcodes: ['RG40', 'RG41'], practices: ['Market Place Surgery']});
const all = [wokingham, lily, crowthorne];
const nothing = {outcode: null, practice: null, language: null, needs: []};
const chosen = (wanted: Partial<typeof nothing> | object, from = all) =>
  chooseProvider(from, {...nothing, ...wanted})?.name;

describe('the provider a referral goes to', () => {
  it('is the one that serves the place where the person lives', () => {
    expect(chosen({outcode: 'RG45'})).toBe('Crowthorne');
    expect(chosen({outcode: 'RG41'})).toBe('Wokingham');
  });

  it('is the one that serves everywhere, where nobody serves the place or it is not known', () => {
    expect(chosen({outcode: 'SL5'})).toBe('Lily Hill');
    expect(chosen({})).toBe('Lily Hill');
  });

  it('is that of the practice before that of the place, and speaks the language where it can', () => {
    expect(chosen({outcode: 'RG45', practice: 'market place surgery '})).toBe('Wokingham');
    expect(chosen({language: 'Nepali'})).toBe('Crowthorne');
  });

  it('is the next with room that serves the place, where the first is full; else the first all the same', () => {
    const full = {...crowthorne, isFull: true};
    expect(chosen({outcode: 'RG45'}, [full, lily, wokingham])).toBe('Lily Hill');
    expect(chosen({outcode: 'RG45'}, [full, wokingham])).toBe('Crowthorne');
    expect(chosen({outcode: 'RG45'}, [full, {...lily, isFull: true}])).toBe('Crowthorne');
  });

  it('is never nobody: also where all have closed their lists, and only where there are none', () => {
    expect(chosen({outcode: 'RG45'}, [{...crowthorne, isOpen: false}, lily])).toBe('Lily Hill');
    expect(chosen({outcode: 'RG45'}, [{...crowthorne, isOpen: false}])).toBe('Crowthorne');
    expect(chosen({}, [])).toBeUndefined();
  });

  it('serves a place by its outcode or the practice, or everywhere', () => {
    const served = (wanted: object) => all.filter((one) => serves(one, {...nothing, ...wanted})).map(({name}) => name);
    expect(served({outcode: 'RG12'})).toEqual(['Lily Hill']);
    expect(served({outcode: 'RG45', practice: 'Market Place Surgery'})).toEqual([
      'Wokingham',
      'Lily Hill',
      'Crowthorne',
    ]);
  });
});
