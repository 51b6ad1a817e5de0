/** Scores, worked out again from answers as they were given, by rules typed out once more. */

/** Raw 7 to 35 as published with the scale, typed out once more. */
const SWEMWBS =
  '7 9.51 11.25 12.40 13.33 14.08 14.75 15.32 15.84 16.36 16.88 17.43 17.98 18.59 19.25 19.98 20.73 21.54 22.35 23.21 24.11 25.03 26.02 27.03 28.13 29.31 30.70 32.55 35'
    .split(' ')
    .map(Number);
const SWEMWBS_ITEMS = ['future', 'useful', 'relaxed', 'problems', 'thinking', 'close', 'decide'];
const LONELY_ITEMS = ['companionship', 'left_out', 'isolated'];
const CARER_ITEMS = ['time', 'control', 'self_care', 'safe', 'people', 'support'];

/** Null where too much was left out. @throws where there is no rule here for that score */
export function scoreOf(scale: string, score: string, answers: Record<string, unknown>): number | null {
  const given = (keys: string[]) =>
    keys.map((key) => answers[key]).filter((one): one is number => typeof one === 'number');
  const sumOf = (keys: string[]) => {
    const numbers = given(keys);
    return numbers.length < keys.length ? null : numbers.reduce((sum, one) => sum + one, 0);
  };
  const raw = (key: string) => given([key])[0] ?? null;
  if (scale === 'swemwbs') {
    const sum = sumOf(SWEMWBS_ITEMS);
    return sum === null ? null : SWEMWBS[sum - 7]!;
  }
  if (scale === 'ucla3') return sumOf(LONELY_ITEMS);
  if (scale === 'carers') return sumOf(CARER_ITEMS);
  // The licensed tool has scored it already; what was copied is the score.
  if (scale === 'pam') return raw(score);
  if (scale === 'mycaw') return raw(score.replace('concern', 'rated'));
  if (scale === 'ons4' || scale === 'lonely') return raw(score);
  if (scale === 'goals') return raw(score.replace('goal', 'now'));
  throw new Error(`There is no rule here for ${scale}.${score}`);
}
