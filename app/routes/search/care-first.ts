/**
 * Needs that may mean danger now. Whoever searches for one is first told whom to ring, before any list; the list still follows.
 * The numbers stand in the words themselves, as people are told them.
 */
const CARE_FIRST = {
  'mental-health-crisis': 'crisis',
  'domestic-abuse': 'abuse',
} as const;

type CareFirst = (typeof CARE_FIRST)[keyof typeof CARE_FIRST];

/** Which words of care come first, if any: for needs understood from what was typed, or chosen as a filter. */
export function careFirst(needs: string[]): CareFirst | null {
  const need = needs.find((key): key is keyof typeof CARE_FIRST => Object.hasOwn(CARE_FIRST, key));
  return need ? CARE_FIRST[need] : null;
}
