/** What changed from one version of a plan to the next, line by line. Pure. */
import {ASPIRATIONS, PLAN_PARTS, type Plan, type PlanPart} from './plan-choices.ts';

export interface PlanDifference {
  what: string;
  before: string | null;
  after: string | null;
}

const DAY = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'});
const dayInWords = (day: string) => DAY.format(new Date(day));

/** Every part and every goal as lines, named so that the same line of two versions meets. */
function linesOf(plan: Plan): Map<string, string> {
  const lines = new Map<string, string>();
  for (const part of Object.keys(PLAN_PARTS) as PlanPart[])
    if (plan[part]) lines.set(PLAN_PARTS[part].title, plan[part]);
  for (const {words, now, wanted, tags, steps} of plan.goals) {
    const name = `Goal: ${words}`;
    lines.set(name, [`now ${now ?? '–'}, wanted ${wanted ?? '–'}`, ...tags.map((tag) => ASPIRATIONS[tag])].join('; '));
    for (const {what, who, by, isDone} of steps) {
      lines.set(
        `${name} – ${what}`,
        [who, by && `by ${dayInWords(by)}`, isDone ? 'done' : 'to do'].filter(Boolean).join(', '),
      );
    }
  }
  if (plan.reviewOn) lines.set('We look at it again', dayInWords(plan.reviewOn));
  return lines;
}

/** In the order of the newer version; what is gone stands last. */
export function planDifferences(before: Plan, after: Plan): PlanDifference[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  const names = [...is.keys(), ...[...was.keys()].filter((name) => !is.has(name))];
  return names
    .map((what) => ({what, before: was.get(what) ?? null, after: is.get(what) ?? null}))
    .filter((one) => one.before !== one.after);
}
