/** What a page typed into a plan of which somebody has kept a newer version meanwhile. Pure. */
import {PLAN_FIELDS, type TypedPlan} from './plan-form.ts';

interface Merged {
  /** Fields that this page changed and nobody else: they go on top of the newer version. */
  changed: TypedPlan;
  /** Fields that both changed, and not to the same words: somebody has to choose. */
  both: string[];
}

/**
 * @param base the version that the page was shown with
 * @param mine what stands in its fields
 * @param theirs the newer version
 */
export function mergeTyped(base: TypedPlan, mine: TypedPlan, theirs: TypedPlan): Merged {
  const merged: Merged = {changed: {}, both: []};
  for (const name of PLAN_FIELDS.keys()) {
    // Whoever agreed has agreed to other words.
    if (name === 'agreedBy') continue;
    const [was, here = '', there] = [base[name] ?? '', mine[name], theirs[name] ?? ''];
    if (here === was || here === there) continue;
    if (there === was) merged.changed[name] = here;
    else merged.both.push(name);
  }
  return merged;
}
