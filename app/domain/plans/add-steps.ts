/** What was found in the directory becomes steps of a goal, as fields of the plan that is being written. Pure. */
import {MOST_STEPS, SHORT_WORDS} from './plan-choices.ts';
import type {TypedPlan} from './plan-form.ts';

export interface FoundService {
  id: string;
  name: string;
}

type Added = {ok: true; changes: TypedPlan} | {ok: false; reason: 'full' | 'no_goal'};

/**
 * @param typed what stands in the fields of the plan
 * @param goal the place of the goal in the plan
 * @param services each becomes a step; one that stands there already is not put there again
 * @returns the fields that change
 */
export function addSteps(typed: TypedPlan, goal: number, services: FoundService[]): Added {
  const at = (step: number, name: string) => `goal.${goal}.step.${step}.${name}`;
  if (!typed[`goal.${goal}.words`]) return {ok: false, reason: 'no_goal'};
  const places = Array.from({length: MOST_STEPS}, (_, step) => step);
  const known = new Set(places.map((step) => typed[at(step, 'service')]));
  const free = places.filter((step) => !typed[at(step, 'what')]);
  const wanted = [...new Map(services.map((one) => [one.id, one])).values()].filter(({id}) => !known.has(id));
  if (wanted.length > free.length) return {ok: false, reason: 'full'};
  const changes: TypedPlan = {};
  for (const [place, {id, name}] of wanted.entries()) {
    changes[at(free[place]!, 'what')] = `Try ${name}`.slice(0, SHORT_WORDS);
    changes[at(free[place]!, 'service')] = id;
  }
  return {ok: true, changes};
}
