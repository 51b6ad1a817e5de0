import {beforeAll, describe, expect, it} from 'vitest';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {parse} from 'yaml';
import {indexAreas, matchArea} from './match-area.ts';
import {matchWords, PhraseIndex} from './match-words.ts';
import {readOruk3} from './read-oruk3.ts';
import {recognise, recogniseAccess} from './recognise.ts';
import type {ImportVocabulary} from './vocabulary.server.ts';

const VOCABULARY = path.resolve(import.meta.dirname, '../../../../db/seed/vocabulary');
let vocabulary: ImportVocabulary;

beforeAll(async () => {
  const load = async (file: string) =>
    parse(await readFile(path.join(VOCABULARY, file), 'utf8')) as {
      key: string;
      name: string;
      also?: string[];
      types?: string[];
    }[];
  const indexOf = async (file: string) => {
    const index = new PhraseIndex<{id: string; key: string}>();
    for (const {key, name, also = []} of await load(file)) {
      const term = {id: key, key};
      for (const phrase of [name, key, ...also]) index.add(phrase, term);
    }
    return index;
  };
  const needs = new PhraseIndex<string>();
  const needsOfType = new Map<string, string[]>();
  for (const {key, name, types = []} of await load('needs.yaml')) {
    needs.add(name, key);
    for (const type of types) needsOfType.set(type, [...(needsOfType.get(type) ?? []), key]);
  }
  vocabulary = {
    types: await indexOf('service-types.yaml'),
    audiences: await indexOf('audiences.yaml'),
    access: await indexOf('access.yaml'),
    needs,
    needsOfType,
    areas: indexAreas([]),
  };
});

function recognised(record: Record<string, unknown>) {
  const outcome = readOruk3({id: 'x', status: 'active', ...record}, 'x');
  if (!outcome.ok) throw new Error('no name');
  const known = recognise(outcome.service, vocabulary);
  return {
    ...known,
    types: known.types.map(({key}) => key),
    audiences: known.audiences.map(({key}) => key),
    needs: known.needs.map(({key}) => key),
  };
}

describe('what kind of service it is', () => {
  it('comes from the name', () => {
    expect(recognised({name: 'Sandhurst Walking Groups'})).toMatchObject({types: ['walking-group'], kind: 'group'});
    expect(recognised({name: 'Oak Lane Choir'})).toMatchObject({types: ['choir'], kind: 'group'});
  });

  it('comes from what the description begins with, rather than a place name', () => {
    const library = {description: 'Public library in Blackpool Borough Council.'};
    for (const name of ['Moor Park', 'Cudworth', 'Bath Central', 'Aberdeen Central Library']) {
      expect(recognised({name, ...library})).toMatchObject({types: ['library'], kind: 'place'});
    }
  });

  it('comes from the publisher’s own terms first', () => {
    const service = recognised({name: 'Tuesday Club', attributes: [{taxonomy_term: {name: 'Lunch clubs'}}]});
    expect(service.types).toEqual(['lunch-club']);
    expect(service.needs.length).toBeGreaterThan(0);
  });

  it('stays open when nothing says it', () => {
    expect(recognised({name: 'Sunrise', description: 'We meet when we can.'})).toMatchObject({
      types: [],
      needs: [],
      kind: 'service',
    });
  });

  it('is not taken from a word in passing', () => {
    expect(
      recognised({name: 'Chair yoga', description: 'Gentle stretching. We meet at the library near the park.'}).types,
    ).not.toContain('library');
  });
});

describe('whom it is for', () => {
  it('is what it says it is for', () => {
    expect(recognised({name: 'Carers drop-in'}).audiences).toEqual(['carers']);
    expect(recognised({name: 'Tea', description: 'A friendly hour for carers and their friends.'}).audiences).toEqual([
      'carers',
    ]);
    expect(recognised({name: 'Tea', eligibility_description: 'Veterans'}).audiences).toEqual(['veterans']);
  });

  it('is not everyone it mentions', () => {
    expect(recognised({name: 'Family History Society', description: 'Children love our archive.'}).audiences).toEqual(
      [],
    );
  });
});

describe('access features', () => {
  const features = (text: string) => recogniseAccess(text, vocabulary.access).map(({key}) => key);

  it('are found in a text', () => {
    expect(features('The building has induction loops. Wheelchair access is possible on all levels.')).toEqual([
      'hearing-loop',
      'step-free',
    ]);
  });

  it('that are denied are not there', () => {
    expect(features('There is no wheelchair access. Car park is not available')).toEqual([]);
  });
});

describe('areas', () => {
  const areas = indexAreas([
    {key: 'bracknell-forest', gss: 'E06000036', name: 'Bracknell Forest'},
    {key: 'windsor-and-maidenhead', gss: 'E06000040', name: 'Windsor and Maidenhead'},
  ]);
  const area = (name: string | null, uri: string | null = null) =>
    matchArea({name, uri, extent: null, extent_type: null}, areas);

  it('are known by their code or their name, with or without Council', () => {
    expect(area('Somewhere', 'http://statistics.data.gov.uk/id/statistical-geography/E06000036')).toBe(
      'bracknell-forest',
    );
    expect(area('Bracknell Forest Borough Council')).toBe('bracknell-forest');
    expect(area('Royal Borough of Windsor & Maidenhead')).toBe('windsor-and-maidenhead');
  });

  it('are not guessed from sentences or other places', () => {
    expect(area('All of Bracknell and further')).toBeNull();
    expect(area('Bracknell')).toBeNull();
    expect(area('Council')).toBeNull();
  });
});

it('words match in the singular and plural, the longest phrase first', () => {
  expect(matchWords('Libraries, classes & men’s sheds')).toEqual(['library', 'class', 'men', 'shed']);
  const index = new PhraseIndex<string>();
  index.add('library', 'library');
  index.add('toy library', 'toys');
  expect(index.findIn(matchWords('The toy libraries and a library')).map(({value}) => value)).toEqual([
    'toys',
    'library',
  ]);
  expect(index.exactly('Toy Libraries')).toEqual(['toys']);
  expect(index.exactly('Toy libraries and more')).toEqual([]);
});
