import {dangerIn, type CareFirst} from './words-of-danger.ts';

/** Needs that may mean danger now. Whoever searches for one is first told whom to ring, before any list; the list still follows. */
const CARE_FIRST: Record<string, CareFirst> = {
  'mental-health-crisis': 'crisis',
  'domestic-abuse': 'abuse',
};

/** What there is to find for each; for an emergency there is only the number. */
const HELP_FOR: Record<CareFirst, string | null> = {
  crisis: 'mental-health-crisis',
  abuse: 'domestic-abuse',
  child: 'feeling-unsafe',
  emergency: null,
};

/**
 * Which words of care come first, if any: for what the typed words say themselves, or for needs understood from them or chosen as a filter.
 * `need` is what to look for when the search understood something else.
 */
export function careFirst(typed: string, needs: string[]): {kind: CareFirst; need: string | null} | null {
  const need = needs.find((key) => Object.hasOwn(CARE_FIRST, key));
  const kind = dangerIn(typed) ?? (need && CARE_FIRST[need]);
  if (!kind) return null;
  const help = HELP_FOR[kind];
  return {kind, need: help !== null && !needs.includes(help) ? help : null};
}
