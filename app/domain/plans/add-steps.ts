/** What was found in the directory becomes steps of a goal. Pure. */
import {MOST_STEPS, SHORT_WORDS, type Plan} from './plan-choices.ts';

export type Added = {ok: true; plan: Plan} | {ok: false; reason: 'full' | 'no_goal'};

/**
 * @param goal the place of the goal in the plan
 * @param names of services; one that stands there already is not put there again
 */
export function addSteps(plan: Plan, goal: number, names: string[]): Added {
  const chosen = plan.goals[goal];
  if (!chosen) return {ok: false, reason: 'no_goal'};
  const known = new Set(chosen.steps.map(({what}) => what));
  const steps = [...new Set(names.map((name) => `Try ${name}`.slice(0, SHORT_WORDS)))]
    .filter((what) => !known.has(what))
    .map((what) => ({what, who: '', by: null, isDone: false}));
  if (chosen.steps.length + steps.length > MOST_STEPS) return {ok: false, reason: 'full'};
  const goals = plan.goals.with(goal, {...chosen, steps: [...chosen.steps, ...steps]});
  return {ok: true, plan: {...plan, goals}};
}
