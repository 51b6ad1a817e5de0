/** What a lead asks 'what if' about, from an address: numbers and who leaves. Safe in the browser. */

interface AskedWhatIf {
  /** As typed, so that what is wrong stands there again. */
  referrals: string;
  weeks: string;
  /** Ids of those who leave. */
  leaves: string[];
}

type WhatIfProblems = Partial<Record<'referrals' | 'weeks', string>>;

/** What is not asked stays as it is. @param now rounded to what a field shows */
export function askedWhatIf(asked: URLSearchParams, now: {referrals: string; weeks: string}): AskedWhatIf {
  const text = (name: 'referrals' | 'weeks') => (asked.get(name) ?? now[name]).trim().slice(0, 20);
  return {referrals: text('referrals'), weeks: text('weeks'), leaves: asked.getAll('leaves').slice(0, 200)};
}

export function readWhatIf({referrals, weeks}: AskedWhatIf): {
  flow: {referrals: number; weeks: number} | null;
  problems: WhatIfProblems;
} {
  const flow = {referrals: Number(referrals || NaN), weeks: Number(weeks || NaN)};
  const problems: WhatIfProblems = {};
  if (!(flow.referrals >= 0 && flow.referrals <= 10_000)) problems.referrals = 'Enter a number from 0 to 10,000';
  if (!(flow.weeks >= 0.5 && flow.weeks <= 520)) problems.weeks = 'Enter weeks from 0.5 to 520';
  return {flow: Object.keys(problems).length > 0 ? null : flow, problems};
}
