import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {anyAnswers} from '../../../test/factories/guides.ts';
import {PRIORITIES, type Priority} from '../queues/priorities.ts';
import {
  answerProblem,
  answersInWords,
  scoreOf,
  shownQuestions,
  suggestionsOf,
  takeOver,
  typedNumber,
  type Suggestion,
} from './guide-rules.ts';
import {guideSchema, readKeptAnswers, type Answers, type Guide} from './guide-schema.ts';
import {readShippedGuides} from './read-guides.server.ts';

let guides: Guide[];
beforeAll(async () => {
  guides = await readShippedGuides();
});
const guide = (key: string) => guides.find((one) => one.key === key)!;
const urgency = (priority: Priority | undefined) =>
  priority ? Object.keys(PRIORITIES).indexOf(priority) : Object.keys(PRIORITIES).length;

/** Any shipped guide, with any answers to it. */
const anyCall = () =>
  fc.constantFrom(...guides).chain((one) => anyAnswers(one).map((answers) => ({guide: one, answers})));

describe('the guides that come with the product', () => {
  it('are the eight of the desk, each with its sources, its writer and a day of review', () => {
    expect(guides.map(({key}) => key)).toEqual([
      'care-home-unwell',
      'carer-breakdown',
      'cold-home',
      'fall',
      'foot-care',
      'hospital-discharge',
      'loneliness',
      'low-mood',
    ]);
    for (const {sources, writtenBy, reviewBy} of guides) {
      expect(sources.length).toBeGreaterThan(0);
      expect(writtenBy).toContain('not clinicians');
      expect(reviewBy > '2026-12-01').toBe(true);
    }
  });

  it.each([
    ['fall', {awake: 'no'}],
    ['fall', {'head-or-neck': 'yes', 'head-signs': 'yes'}],
    ['fall', {why: 'face-arm-speech'}],
    ['low-mood', {'done-something': 'not_sure'}],
    ['low-mood', {suicide: 'yes', 'keep-safe': 'no'}],
    ['carer-breakdown', {'safe-now': 'no'}],
    ['cold-home', {gas: 'not_sure'}],
    ['care-home-unwell', {'red-flags': 'yes'}],
    ['foot-care', {'cold-white': 'yes'}],
    ['hospital-discharge', {'where-now': 'home', unwell: 'yes'}],
  ])('%s: a red flag says before anything else to ring 999 (%o)', (key, answers) => {
    expect(suggestionsOf(guide(key), answers as Answers)[0]).toMatchObject({ring: '999', priority: 'emergency'});
  });
});

describe('questions', () => {
  it('appear when what they depend on is answered so, and not before', () => {
    const keys = (answers: Answers) => shownQuestions(guide('fall'), answers).map(({key}) => key);
    expect(keys({})).not.toContain('blood-thinner');
    expect(keys({'head-or-neck': 'yes'})).toContain('blood-thinner');
    expect(keys({'head-or-neck': 'no'})).not.toContain('blood-thinner');
  });

  it('that are hidden suggest nothing, whatever was answered to them', () => {
    fc.assert(
      fc.property(anyCall(), ({guide: one, answers}) => {
        const shown = new Set(shownQuestions(one, answers).map(({key}) => key));
        const seen = Object.fromEntries(Object.entries(answers).filter(([key]) => shown.has(key)));
        expect(suggestionsOf(one, answers)).toEqual(suggestionsOf(one, seen));
        expect(scoreOf(one, answers)).toEqual(scoreOf(one, seen));
        expect(answersInWords(one, answers)).toEqual(answersInWords(one, seen));
      }),
    );
  });

  it('answered with what is no answer suggest nothing either', () => {
    fc.assert(
      fc.property(anyCall(), ({guide: one, answers}) => {
        const right = Object.fromEntries(
          one.questions.flatMap((question) => {
            const answer = answers[question.key];
            return answer?.trim() && !answerProblem(question, answer) ? [[question.key, answer]] : [];
          }),
        );
        expect(suggestionsOf(one, answers)).toEqual(suggestionsOf(one, right));
      }),
    );
  });

  it('check what is measured, in whatever way the number is written', () => {
    const temperature = guide('care-home-unwell').questions.find(({key}) => key === 'temperature')!;
    expect([' 38,5 °C', '38.5', '38'].map((typed) => answerProblem(temperature, typed))).toEqual([null, null, null]);
    expect(answerProblem(temperature, '385')).toBe('Check it: it should be between 30 and 43 °C');
    expect(answerProblem(temperature, 'warm')).toBe('Write a number in figures');
    const pulse = guide('care-home-unwell').questions.find(({key}) => key === 'pulse')!;
    expect(answerProblem(pulse, '80.5')).toBe('Write a whole number');
    expect(['96 %', '-3', '1e3', '', '٣٨'].map(typedNumber)).toEqual([96, -3, null, null, null]);
  });
});

describe('suggestions', () => {
  it('come with a reason, the most urgent first', () => {
    fc.assert(
      fc.property(anyCall(), ({guide: one, answers}) => {
        const found = suggestionsOf(one, answers);
        expect(found.every(({because}) => because.length > 0)).toBe(true);
        expect(new Set(found.map(({id}) => id)).size).toBe(found.length);
        const places = found.map(({priority, ring}) => (ring === '999' ? -1 : urgency(priority)));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  it('taken over in any order never lower a priority and never take a way of ending out', () => {
    const start = fc.record(
      {
        handOnPriority: fc.constantFrom(...(Object.keys(PRIORITIES) as Priority[])),
        endings: fc.constantFrom('', 'self_care', 'signposted,self_care'),
      },
      {requiredKeys: []},
    );
    fc.assert(
      fc.property(anyCall(), start, fc.infiniteStream(fc.nat(30)), ({guide: one, answers}, before, order) => {
        const found = suggestionsOf(one, answers);
        let now: Record<string, string | undefined> = {...before};
        for (const place of order.take(found.length)) {
          const was = now;
          now = {...now, ...takeOver(found[place % found.length]!, now)};
          expect(urgency(now.handOnPriority as Priority)).toBeLessThanOrEqual(urgency(was.handOnPriority as Priority));
          for (const ending of (was.endings ?? '').split(',').filter(Boolean)) {
            expect(now.endings!.split(',')).toContain(ending);
          }
        }
      }),
    );
  });

  it('give only the fields that change', () => {
    const nurse: Suggestion = {id: 'a', from: 'b', priority: 'hours_2', discipline: 'nursing', because: 'x'};
    expect(takeOver(nurse, {})).toEqual({handOnPriority: 'hours_2', handOnTo: 'nursing', endings: 'handed_on'});
    const done = {handOnPriority: 'emergency', handOnTo: 'nursing', endings: 'handed_on'};
    expect(takeOver(nurse, done)).toEqual({});
    expect(takeOver(nurse, {endings: 'self_care'}).endings).toBe('self_care,handed_on');
  });
});

describe('what is no guide', () => {
  const base = () => structuredClone(guide('fall'));
  const problem = (change: (one: Guide) => void) => {
    const one = base();
    change(one);
    const read = guideSchema.safeParse(one);
    return read.success ? null : read.error.issues[0]!.message;
  };
  it.each<[string, (one: Guide) => void, string]>([
    ['two questions of one name', (g) => (g.questions[1]!.key = 'awake'), 'there are two questions called awake'],
    [
      'a condition on a later question',
      (g) => (g.questions[0]!.showIf = [{question: 'on-the-floor', is: ['yes']}]),
      'no earlier question is called on-the-floor',
    ],
    [
      'an answer that cannot be given',
      (g) => (g.questions[0]!.suggests[0]!.when.is = ['maybe']),
      'maybe is no answer to awake',
    ],
    [
      'an emergency that rings nobody',
      (g) => (g.questions[0]!.suggests[0]!.ring = undefined),
      'an emergency has to say: ring 999',
    ],
    [
      'a suggestion of nothing',
      (g) => (g.questions[0]!.suggests = [{when: {is: ['no']}, because: 'x'}]),
      'suggests nothing',
    ],
  ])('%s', (_what, change, expected) => {
    expect(problem(change)).toBe(expected);
  });

  it('is not taken for kept answers', () => {
    expect([undefined, '', 'x', '[]', '{"version":"1","answers":{}}'].map(readKeptAnswers)).toEqual(
      Array(5).fill(null),
    );
    const kept = {version: '4c5f0f5e-3f30-4b3f-9d42-0d5f3b1c9a11', answers: {awake: 'yes'}};
    expect(readKeptAnswers(JSON.stringify(kept))).toEqual(kept);
  });
});
