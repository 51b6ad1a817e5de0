/** Which provider a referral goes to first. Any of them can pass it on, so a wrong guess loses nobody. */

export interface Provider {
  partnerId: string;
  name: string;
  outcodes: string[];
  practices: string[];
  languages: string[];
  needs: string[];
  isOpen: boolean;
  /** Their open cases and those who wait reach the number that was agreed. */
  isFull: boolean;
}

export interface Wanted {
  outcode: string | null;
  practice: string | null;
  language: string | null;
  needs: readonly string[];
}

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/**
 * The provider that fits best: the person's practice says most, then where they live, then their language and what they
 * need. One that names no places takes whoever nobody else does. In place of one that is full goes the next that serves the
 * place and has room; nobody is sent where nobody comes to them only because their own is full. Null only where there is no provider at all.
 */
export function chooseProvider<P extends Provider>(providers: readonly P[], wanted: Wanted): P | null {
  const open = providers.filter(({isOpen}) => isOpen);
  const candidates = open.length > 0 ? open : [...providers];
  const ranked = candidates.toSorted(
    (one, other) => fit(other, wanted) - fit(one, wanted) || one.name.localeCompare(other.name, 'en-GB'),
  );
  const [best = null] = ranked;
  return (best?.isFull ? ranked.find((one) => !one.isFull && serves(one, wanted)) : null) ?? best;
}

const servesPractice = ({practices}: Provider, {practice}: Wanted) =>
  practice !== null && practices.some((one) => same(one, practice));
const servesPlace = ({outcodes}: Provider, {outcode}: Wanted) => outcode !== null && outcodes.includes(outcode);

/** Whether they come where the person lives, or take those of their practice. */
export const serves = (one: Provider, wanted: Wanted): boolean =>
  servesPractice(one, wanted) || servesPlace(one, wanted) || one.outcodes.length === 0;

function fit(provider: Provider, wanted: Wanted): number {
  const {outcodes, languages, needs} = provider;
  const {language} = wanted;
  let score = 0;
  if (servesPractice(provider, wanted)) score += 8;
  if (servesPlace(provider, wanted)) score += 4;
  else if (outcodes.length === 0) score += 1;
  if (language && languages.some((one) => same(one, language))) score += 2;
  if (needs.some((need) => wanted.needs.includes(need))) score += 1;
  return score;
}
