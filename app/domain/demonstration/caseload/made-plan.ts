import type {Chance} from '../calls/chance.ts';
import type {Aspiration, Plan} from '../../plans/plan-choices.ts';
import {AROUND, GOALS, HARD, MATTERS, PLAN_STEPS, STRENGTHS} from './made-words.ts';

/** A made-up plan. @param progress 0 at the start, more at a review */
export function makePlan(chance: Chance, reviewOn: string, progress: number): Plan {
  const first = chance.whole(0, GOALS.length - 1);
  const picked = [GOALS[first]!, ...(chance.happens(0.5) ? [GOALS[(first + 3) % GOALS.length]!] : [])];
  return {
    matters: chance.one(MATTERS),
    strengths: chance.one(STRENGTHS),
    around: chance.one(AROUND),
    goals: picked.map(([tag, words]) => ({
      words,
      now: Math.min(10, chance.whole(1, 4) + progress),
      wanted: chance.whole(7, 9),
      tags: [tag as Aspiration],
      steps: [
        {
          what: chance.one(PLAN_STEPS),
          who: chance.happens(0.7) ? 'I' : 'My link worker',
          by: reviewOn,
          isDone: progress > 2,
          service: null,
        },
      ],
    })),
    hard: chance.one(HARD),
    reviewOn,
  };
}
