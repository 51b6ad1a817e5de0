import {beforeAll, describe, expect, it} from 'vitest';
import {differences} from './guide-differences.ts';
import {newGuide} from './guide-form.ts';
import type {Guide} from './guide-schema.ts';
import {readShippedGuides} from './read-guides.server.ts';
import {needsFields, readBands, scoreFields, withNeeds, withScore} from './score-form.ts';

let guides: Guide[];
let unwell: Guide;
beforeAll(async () => {
  guides = await readShippedGuides();
  unwell = guides.find(({score}) => score)!;
});

const problemsOf = (read: ReturnType<typeof withScore>) => (read.ok ? {} : read.problems);

describe('the score of a guide', () => {
  it('is the same after it was shown and sent back untouched, for every guide that comes with the product', () => {
    for (const guide of guides) {
      const read = withScore(guide, scoreFields(guide));
      expect(read.ok && read.guide).toEqual(guide);
    }
  });

  it('is left out when everything is emptied, and made where there was none', () => {
    const without = withScore(unwell, {});
    expect(without.ok && without.guide.score).toBe(undefined);
    const fall = guides.find(({key}) => key === 'fall')!;
    const made = withScore(fall, {
      ...{scoreName: 'Risk', explains: 'Says little by itself.'},
      ...{'p.awake.yes': '0', 'p.awake.no': '3', 'p.awake.not_sure': '2'},
      ...{'t.0.total': '3', 't.0.ring': '999', 't.0.because': 'Somebody who is not awake needs help at once.'},
    });
    expect(made.ok && made.guide.score).toMatchObject({name: 'Risk', suggests: [{total: 3, ring: '999'}]});
    expect(made.ok && differences(fall, made.guide).map(({what}) => what)).toEqual(['Points']);
  });

  it('says beside the field what has to be put right, and keeps nothing of it', () => {
    const typed = scoreFields(unwell);
    const part = unwell.score!.parts.find(({bands}) => bands)!.question;
    expect(problemsOf(withScore(unwell, {...typed, [`p.${part}`]: '8: three'}))).toHaveProperty([`p.${part}`]);
    expect(problemsOf(withScore(unwell, {...typed, [`p.${part}`]: '20: 1, 8: 2, more: 3'}))).toHaveProperty([
      `p.${part}`,
    ]);
    expect(problemsOf(withScore(unwell, {...typed, [`p.${part}`]: '8: 1'}))).toHaveProperty([`p.${part}`]);
    expect(problemsOf(withScore(unwell, {...typed, 't.0.total': '5', 't.0.one': '3'}))).toHaveProperty(['t.0.total']);
    expect(problemsOf(withScore(unwell, {...typed, 't.0.because': ''}))).toHaveProperty(['t.0.because']);
    expect(problemsOf(withScore(unwell, {...typed, scoreName: ''}))).toHaveProperty('scoreName');
  });

  it('has points written as people write them', () => {
    expect(readBands('8: 3, 11:1; more: 0')).toEqual([{upTo: 8, points: 3}, {upTo: 11, points: 1}, {points: 0}]);
    expect(readBands('36.5: 2, MORE: 0')).toEqual([{upTo: 36.5, points: 2}, {points: 0}]);
    expect(readBands('a lot')).toBe(null);
  });
});

describe('the needs of a guide', () => {
  const known = new Set(['falls', 'debt', ...Array.from({length: 13}, (_, place) => `need-${place}`)]);
  it('are those that are ticked, all of the one list and 12 at most', () => {
    const read = withNeeds(unwell, {'need.debt': 'yes', 'need.falls': 'yes'}, known);
    expect(read.ok && Object.keys(needsFields(read.guide))).toEqual(['need.debt', 'need.falls']);
    expect(withNeeds(unwell, {'need.juggling': 'yes'}, known).ok).toBe(false);
    const many = Object.fromEntries(Array.from({length: 13}, (_, place) => [`need.need-${place}`, 'yes']));
    expect(withNeeds(unwell, many, known).ok).toBe(false);
  });
});

describe('a new guide', () => {
  const typed = {
    ...{title: 'Somebody is lost', when: 'They do not know where they are.', writtenBy: 'The desk'},
    ...{reviewBy: '30/11/2027', sources: 'Our own experience', ask: 'Can you see a street name?'},
  };
  it('has a key of its own that no other has, and its first question', () => {
    const read = newGuide(typed, ['somebody-is-lost']);
    expect(read.ok && read.guide).toMatchObject({
      key: 'somebody-is-lost-2',
      questions: [{key: 'can-you-see-a-street-name', kind: 'yes_no'}],
    });
  });
  it('says all that is missing at once', () => {
    const read = newGuide({}, []);
    expect(read.ok ? [] : Object.keys(read.problems).sort()).toEqual(
      ['ask', 'reviewBy', 'sources', 'title', 'when', 'writtenBy'].sort(),
    );
  });
});
