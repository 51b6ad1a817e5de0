import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {anyAnswers} from '../../../test/factories/guides.ts';
import {PRIORITIES} from '../queues/priorities.ts';
import {scoreOf, shownQuestions, suggestionsOf, type Suggestion} from './guide-rules.ts';
import type {Answers, Guide} from './guide-schema.ts';
import {readShippedGuides} from './read-guides.server.ts';

let unwell: Guide;
beforeAll(async () => {
  unwell = (await readShippedGuides()).find(({key}) => key === 'care-home-unwell')!;
});

describe('the score of measurements', () => {
  const measured = {'can-measure': 'all', 'lower-oxygen-usual': 'no'};
  const score = (answers: Answers) => scoreOf(unwell, {...measured, ...answers});
  const well = {
    'breathing-rate': '16',
    oxygen: '97',
    'on-oxygen': 'air',
    systolic: '128',
    pulse: '72',
    temperature: '36,8',
    alertness: 'alert',
  };

  it.each([
    // [what differs, points]: the corners of the NEWS2 chart of the Royal College of Physicians.
    [{}, 0],
    [{'breathing-rate': '8'}, 3],
    [{'breathing-rate': '9'}, 1],
    [{'breathing-rate': '12'}, 0],
    [{'breathing-rate': '21'}, 2],
    [{'breathing-rate': '25'}, 3],
    [{oxygen: '91'}, 3],
    [{oxygen: '92'}, 2],
    [{oxygen: '95'}, 1],
    [{'on-oxygen': 'oxygen'}, 2],
    [{systolic: '90'}, 3],
    [{systolic: '100'}, 2],
    [{systolic: '110'}, 1],
    [{systolic: '219'}, 0],
    [{systolic: '220'}, 3],
    [{pulse: '40'}, 3],
    [{pulse: '50'}, 1],
    [{pulse: '91'}, 1],
    [{pulse: '111'}, 2],
    [{pulse: '131'}, 3],
    [{temperature: '35.0'}, 3],
    [{temperature: '35.1'}, 1],
    [{temperature: '38.0'}, 0],
    [{temperature: '38.1'}, 1],
    [{temperature: '39.1'}, 2],
    [{alertness: 'confused'}, 3],
  ])('follows the published chart: %o gives %i', (differs, points) => {
    expect(score({...well, ...differs})).toMatchObject({points, answered: 7, of: 7});
  });

  it('uses the other scale of oxygen only when that is written down for the resident', () => {
    const usual = {...well, 'lower-oxygen-usual': 'yes', 'oxygen-scale-2': '88'};
    expect(score(usual)!.points).toBe(0);
    expect(score({...usual, 'lower-oxygen-usual': 'no', oxygen: '88'})!.points).toBe(3);
  });

  it('adds up what there is, says what is missing, and is silent before anything was measured', () => {
    expect(score({})).toBeNull();
    expect(score({pulse: '135', temperature: '39.5'})).toEqual({
      name: 'NEWS2',
      points: 5,
      most: 3,
      answered: 2,
      of: 7,
    });
    const [first] = suggestionsOf(unwell, {...measured, pulse: '135', temperature: '39.5'});
    expect(first).toMatchObject({priority: 'hours_2', from: 'NEWS2'});
  });

  it('never falls when a measurement gets worse: one more answer only ever makes it more urgent', () => {
    fc.assert(
      fc.property(
        fc.constant(null).chain(() => anyAnswers(unwell)),
        (answers) => {
          const one = unwell;
          const shown = shownQuestions(one, answers);
          const withScore = suggestionsOf(one, answers);
          const without = suggestionsOf({...one, score: undefined}, answers);
          const order = Object.keys(PRIORITIES);
          const best = (found: Suggestion[]) =>
            Math.min(...found.flatMap(({priority}) => (priority ? order.indexOf(priority) : [])), order.length);
          expect(best(withScore)).toBeLessThanOrEqual(best(without));
          expect(shown.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
