/** Which provider a referral goes to first. Any of them can pass it on, so a wrong guess loses nobody. */

export interface Provider {
  partnerId: string;
  name: string;
  outcodes: string[];
  practices: string[];
  languages: string[];
  needs: string[];
  isOpen: boolean;
}

interface Wanted {
  outcode: string | null;
  practice: string | null;
  language: string | null;
  needs: string[];
}

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/**
 * The provider that fits best: the person's practice says most, then where they live, then their language and what they
 * need. One that names no places takes whoever nobody else does. Null only where there is no provider at all.
 */
export function chooseProvider<P extends Provider>(providers: readonly P[], wanted: Wanted): P | null {
  const open = providers.filter(({isOpen}) => isOpen);
  const candidates = open.length > 0 ? open : [...providers];
  const scored = candidates.map((provider) => ({provider, score: fit(provider, wanted)}));
  scored.sort((one, other) => other.score - one.score || one.provider.name.localeCompare(other.provider.name, 'en-GB'));
  return scored[0]?.provider ?? null;
}

function fit({outcodes, practices, languages, needs}: Provider, wanted: Wanted): number {
  const {practice, outcode, language} = wanted;
  let score = 0;
  if (practice && practices.some((one) => same(one, practice))) score += 8;
  if (outcode && outcodes.includes(outcode)) score += 4;
  else if (outcodes.length === 0) score += 1;
  if (language && languages.some((one) => same(one, language))) score += 2;
  if (needs.some((need) => wanted.needs.includes(need))) score += 1;
  return score;
}
