/** The loneliness contract, counted again case by case from answers as they were given; and what it pays, pound by pound. */
import type {Raw} from './recount-raw.ts';
import {pairCounts, type Span} from './recount-rows.ts';
import {scoreOf} from './recount-scores.ts';

const MONTHS = [6, 18] as const;

/** A version of the tariff, as it stands in the site's own file. */
export interface RawTariff {
  version: string;
  from: string;
  pays: {months: number; amount: number}[];
}

/** The cases with which the contract begins, each with its own first score and those of the later months. */
function begun({cases, measures}: Raw, {from, to}: Span) {
  return cases.flatMap(({id, needs, day}) => {
    const scoreAt = (occasion: string) => {
      const found = (measures.get(id) ?? []).find((one) => one.scale === 'ucla3' && one.occasion === occasion);
      return found ? scoreOf('ucla3', 'total', found.answers) : null;
    };
    const first = scoreAt('start');
    if (!needs.includes('loneliness') || day < from || day > to || first === null) return [];
    return [{day, first, later: (months: number) => scoreAt(`month_${months}`)}];
  });
}

/** After 6 and 18 months: each case's own first score against that of the month. */
export function recountContract(raw: Raw, span: Span, today: string) {
  const all = begun(raw, span);
  return MONTHS.map((months) => {
    const pairs = all.flatMap(({first, later}): [number, number][] => {
      const then = later(months);
      return then === null ? [] : [[first, then]];
    });
    const due = all.filter(({day}) => monthsAfter(day, months) <= today).length;
    return {months, people: all.length, due, ...pairCounts(pairs, false, null)};
  });
}

/** What is paid: for each case by the version that held on its first day, in pence, one after the other. */
export function recountPay(raw: Raw, span: Span, tariffs: readonly RawTariff[]) {
  const sums = new Map<string, {key: string; improved: number; pence: number | null}>();
  for (const {day, first, later} of begun(raw, span)) {
    const tariff = tariffs.filter(({from}) => from <= day).at(-1);
    for (const months of MONTHS) {
      const key = `${tariff?.version ?? 'no version'}, ${months} months`;
      const each = tariff?.pays.find((one) => one.months === months)?.amount ?? null;
      const sum = sums.get(key) ?? {key, improved: 0, pence: each === null ? null : 0};
      sums.set(key, sum);
      const then = later(months);
      if (then === null || then >= first) continue;
      sum.improved += 1;
      if (sum.pence !== null && each !== null) sum.pence += Math.round(each * 100);
    }
  }
  return [...sums.values()].map(({pence, ...sum}) => ({...sum, amount: pence === null ? null : pence / 100}));
}

/** 'YYYY-MM-DD' so many months on; of a month that is too short, its last day. */
function monthsAfter(day: string, months: number): string {
  const on = new Date(`${day}T12:00:00Z`);
  const wanted = on.getUTCDate();
  on.setUTCMonth(on.getUTCMonth() + months);
  if (on.getUTCDate() !== wanted) on.setUTCDate(0);
  return on.toISOString().slice(0, 10);
}
