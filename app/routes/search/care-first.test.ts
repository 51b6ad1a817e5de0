import {expect, test} from 'vitest';
import {careFirst} from './care-first.ts';

const kind = (typed: string, needs: string[] = []) => careFirst(typed, needs)?.kind ?? null;

test('someone who may be in danger is first told whom to ring', () => {
  expect(kind('', ['low-mood', 'mental-health-crisis'])).toBe('crisis');
  expect(kind('', ['domestic-abuse'])).toBe('abuse');
});
test('a search for anything else is not', () => {
  expect(careFirst('walking', ['loneliness'])).toBeNull();
  expect(careFirst('constructor', ['constructor'])).toBeNull();
});
test.each([
  [
    'crisis',
    [
      'I don’t want to live',
      'i dont want to live anymore',
      'no point living',
      'i want to dye',
      'wanna die',
      'want to hurt myself',
    ],
  ],
  ['crisis', ['chcę umrzeć', 'nie chcę już żyć', 'samobójstwo', 'dwi eisiau marw', 'hunan-niweidio', 'hunanladdiad']],
  ['child', ['a child is being abused', 'someone is hurting my child', 'scared of my dad', 'My dad hits me', 'NSPCC']],
  [
    'abuse',
    [
      'someone is hurting me',
      'he beats me',
      'frightened of my husband',
      'mąż mnie bije',
      'zgwałcił mnie',
      'trais domestig',
    ],
  ],
  [
    'emergency',
    ['chest pain', 'my wife can’t breathe', 'he is not breathing', 'mum is having a stroke', 'poen yn y frest'],
  ],
])('the words themselves are enough (%s)', (danger, typed) => {
  expect(typed.map((words) => [words, kind(words)])).toEqual(typed.map((words) => [words, danger]));
});
test.each([
  'end of life care',
  'i want to die at home not in hospital',
  'don’t want to die in hospital',
  'suicide bereavement',
  'stroke group',
  'i want to live near my daughter',
  'I don’t want to live alone',
  'my knee hurts me',
  'dye my hair',
  'want to dye wool',
  'child care',
  'dead tired',
  'a hit with children',
  'hospital for children',
])('words that only sound like it are not (%s)', (typed) => {
  expect(careFirst(typed, [])).toBeNull();
});
test('where the search understood something else, what would help is named', () => {
  expect(careFirst('no point living', ['benefits'])).toEqual({kind: 'crisis', need: 'mental-health-crisis'});
  expect(careFirst('suicidal', ['mental-health-crisis'])).toEqual({kind: 'crisis', need: null});
  expect(careFirst('chest pain', ['pain'])).toEqual({kind: 'emergency', need: null});
});
