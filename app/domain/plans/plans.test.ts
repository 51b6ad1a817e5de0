import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {addSteps} from './add-steps.ts';
import {planDifferences} from './plan-differences.ts';
import {ASPIRATIONS, EMPTY_PLAN, type Aspiration, type Plan} from './plan-choices.ts';
import {readPlan, typedPlan} from './plan-form.ts';
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
      steps: [{what: 'Visit the coffee morning', who: 'Wanda and I', by: '2027-01-14', isDone: false}],
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
        }),
        {maxLength: 4},
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
        'Wanda and I, 2027-01-14, to do',
        'Wanda and I, 2027-01-14, done',
      ],
      ['We look at it again', '2027-02-01', null],
    ]);
    expect(planDifferences(plan, plan)).toEqual([]);
  });
});

describe('what was found in the directory', () => {
  it('becomes steps of one goal, none of them twice, and no more than there is room for', () => {
    const added = addSteps(plan, 0, ['Choir', 'Choir', 'Lunch club']);
    expect(added.ok && added.plan.goals[0]!.steps.map(({what}) => what)).toEqual([
      'Visit the coffee morning',
      'Try Choir',
      'Try Lunch club',
    ]);
    expect(added.ok && addSteps(added.plan, 0, ['Choir'])).toEqual(added);
    expect(addSteps(plan, 0, ['a', 'b', 'c', 'd'])).toEqual({ok: false, reason: 'full'});
    expect(addSteps(plan, 1, ['Choir'])).toEqual({ok: false, reason: 'no_goal'});
  });
});
