import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {addSteps} from './add-steps.ts';
import {planDifferences} from './plan-differences.ts';
import {ASPIRATIONS, EMPTY_PLAN, type Aspiration, type Plan} from './plan-choices.ts';
import {mergeTyped} from './merge-typed.ts';
import {PLAN_FIELDS, readPlan, shownFields, typedPlan} from './plan-form.ts';
import {planSchema} from './plan-schema.ts';

const plan: Plan = {
  ...EMPTY_PLAN,
  matters: 'My garden, and my granddaughter.',
  goals: [
    {
      words: 'Have company once a week',
      now: 2,
      wanted: 7,
      tags: ['people', 'out'],
      steps: [{what: 'Visit the coffee morning', who: 'Wanda and I', by: '2027-01-14', isDone: false, service: null}],
    },
  ],
  reviewOn: '2027-02-01',
};
const words = fc
  .string({minLength: 1, maxLength: 60})
  .map((text) => text.trim())
  .filter((text) => text.length > 0 && !text.includes('\r'));
const score = fc.option(fc.integer({min: 0, max: 10}));
const anyPlan: fc.Arbitrary<Plan> = fc.record({
  matters: words,
  strengths: fc.oneof(words, fc.constant('')),
  around: fc.oneof(words, fc.constant('')),
  hard: fc.oneof(words, fc.constant('')),
  reviewOn: fc.option(fc.constant('2027-02-01')),
  goals: fc.array(
    fc.record({
      words,
      now: score,
      wanted: score,
      tags: fc.subarray(Object.keys(ASPIRATIONS) as Aspiration[]),
      steps: fc.array(
        fc.record({
          what: words,
          who: fc.constantFrom('', 'Wanda'),
          by: fc.option(fc.constant('2027-01-14')),
          isDone: fc.boolean(),
          service: fc.option(fc.uuid()),
        }),
        {maxLength: 6},
      ),
    }),
    {maxLength: 5},
  ),
});

describe('the form of a plan', () => {
  it('gives back every plan as it stood', () => {
    fc.assert(
      fc.property(anyPlan, (one) => {
        expect(readPlan(typedPlan(one))).toEqual({ok: true, plan: one});
        expect(planSchema.safeParse(one).success).toBe(true);
        for (const name of Object.keys(typedPlan(one))) expect(PLAN_FIELDS.has(name), name).toBe(true);
      }),
    );
  });

  it.each([
    [{'goal.0.now': '11', 'goal.0.words': 'x'}, 'goal.0.now'],
    [{'goal.0.now': '3'}, 'goal.0.words'],
    [{'goal.1.step.0.who': 'Wanda', 'goal.1.words': 'x'}, 'goal.1.step.0.what'],
    [{matters: 'x', reviewOn: 'soon'}, 'reviewOn'],
    [{hard: 'x'.repeat(4001)}, 'hard'],
    [{}, 'matters'],
  ])('refuses %j beside the field', (typed, field) => {
    const read = readPlan(typed as unknown as Record<string, string>);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(Object.keys(read.problems)).toEqual([field]);
  });
});

describe('two versions', () => {
  it('differ where a part, a goal or a step does', () => {
    const [goal] = plan.goals;
    const after: Plan = {
      ...plan,
      matters: 'My garden.',
      goals: [{...goal!, now: 5, steps: [{...goal!.steps[0]!, isDone: true}]}],
      reviewOn: null,
    };
    expect(planDifferences(plan, after).map(({what, before, after: now}) => [what, before, now])).toEqual([
      ['What matters to me', 'My garden, and my granddaughter.', 'My garden.'],
      [
        'Goal: Have company once a week',
        'now 2, wanted 7; I see people I like being with; I get out and about',
        'now 5, wanted 7; I see people I like being with; I get out and about',
      ],
      [
        'Goal: Have company once a week – Visit the coffee morning',
        'Wanda and I, by 14 Jan 2027, to do',
        'Wanda and I, by 14 Jan 2027, done',
      ],
      ['We look at it again', '1 Feb 2027', null],
    ]);
    expect(planDifferences(plan, plan)).toEqual([]);
  });
});

describe('what was found in the directory', () => {
  const [choir, lunch] = ['Choir', 'Lunch club'].map((name, place) => ({
    id: `0000000${place}-0000-4000-8000-000000000000`,
    name,
  }));
  const typed = typedPlan(plan);

  it('becomes steps of one goal with what they are about, none of them twice, and no more than there is room for', () => {
    const added = addSteps(typed, 0, [choir!, choir!, lunch!]);
    expect(added).toEqual({
      ok: true,
      changes: {
        'goal.0.step.1.what': 'Try Choir',
        'goal.0.step.1.service': choir!.id,
        'goal.0.step.2.what': 'Try Lunch club',
        'goal.0.step.2.service': lunch!.id,
      },
    });
    if (!added.ok) return;
    const read = readPlan({...typed, ...added.changes});
    expect(read.ok && read.plan.goals[0]!.steps.map(({service}) => service)).toEqual([null, choir!.id, lunch!.id]);
    expect(addSteps({...typed, ...added.changes}, 0, [choir!])).toEqual({ok: true, changes: {}});
    const many = Array.from({length: 6}, (_, place) => ({id: String(place), name: 'x'}));
    expect(addSteps(typed, 0, many)).toEqual({ok: false, reason: 'full'});
    expect(addSteps(typed, 1, [choir!])).toEqual({ok: false, reason: 'no_goal'});
  });
});

describe('the form that is written in', () => {
  it('shows one goal and one step more than are in use, also past one that is empty', () => {
    const shown = (typed: Record<string, string>) => shownFields((name) => typed[name] ?? '');
    expect(shown({})).toEqual([1]);
    expect(shown(typedPlan(plan))).toEqual([2, 1]);
    expect(shown({'goal.2.words': 'x', 'goal.2.step.5.what': 'y'})).toEqual([1, 1, 6, 1]);
    expect(shown({'goal.4.words': 'x'})).toHaveLength(5);
  });

  it('lays what one typed over what another has kept, and asks only where both changed the same words', () => {
    const base = {matters: 'My garden', strengths: 'Cooking', hard: 'Ring Jo'};
    const mine = {...base, agreedBy: 'person', matters: 'My dog', strengths: 'Baking', hard: 'Ring Sam', around: 'Jo'};
    const theirs = {...base, strengths: 'Singing', hard: 'Ring Sam', reviewOn: '2027-02-01'};
    expect(mergeTyped(base, mine, theirs)).toEqual({changed: {matters: 'My dog', around: 'Jo'}, both: ['strengths']});
  });
});
