/**
 * What the loneliness contract pays: for each case in which somebody is less lonely after 6 or 18 months than at its start.
 * The amounts belong to the deployment and stand in a file of its own (CONTRACT_FILE, docs/measures.md). Pure.
 */
import {z} from 'zod';
import {addDays, isCalendarDate, type CalendarDate} from '../dates/calendar-date.ts';

const day = z.string().refine(isCalendarDate, 'expected a day such as 2026-04-01');

const tariffSchema = z.strictObject({
  /** As the contract calls it. */
  version: z.string().trim().min(1).max(60),
  /** For cases opened from this day on, until the next version begins. */
  from: day,
  /** Where the amounts are agreed. */
  source: z.string().trim().min(3).max(200),
  /** Pounds for each case that improved. */
  pays: z
    .array(
      z.strictObject({
        months: z.union([z.literal(6), z.literal(18)], 'expected 6 or 18'),
        amount: z.number().positive().max(100_000).multipleOf(0.01, 'expected whole pence'),
      }),
    )
    .min(1)
    .max(2)
    .refine(
      (pays) => new Set(pays.map(({months}) => months)).size === pays.length,
      'the same months stand there twice',
    ),
});
export type Tariff = z.infer<typeof tariffSchema>;

const fileSchema = z
  .array(tariffSchema)
  .min(1)
  .max(50)
  .superRefine((tariffs, context) => {
    for (const [place, {from, version}] of tariffs.entries()) {
      const before = tariffs.slice(0, place);
      const problem = (key: string, message: string) => context.addIssue({code: 'custom', path: [place, key], message});
      if (before.some((one) => one.version === version)) problem('version', 'there are two of this name');
      if (before.some((one) => one.from >= from)) problem('from', 'each begins after the one before');
    }
  });

/** @throws a ZodError that names the version and what is wrong with it */
export const readTariffs = (data: unknown): Tariff[] => fileSchema.parse(data);

/** Days in which cases were opened that are paid by one version, or by none. */
interface TariffSpan {
  tariff: Tariff | null;
  from: CalendarDate;
  to: CalendarDate;
}

/** A span of days, cut where one version ends and the next begins. What was opened before the first is paid by none. */
export function tariffSpans(tariffs: readonly Tariff[], from: CalendarDate, to: CalendarDate): TariffSpan[] {
  const begins = [{tariff: null, from: ''}, ...tariffs.map((tariff) => ({tariff, from: tariff.from}))];
  return begins.flatMap((one, place) => {
    const next = begins[place + 1]?.from;
    const [first, last] = [one.from > from ? one.from : from, next && next <= to ? addDays(next, -1) : to];
    return first <= last ? [{tariff: one.tariff, from: first, to: last}] : [];
  });
}

/** What one version pays for those who improved after so many months. */
export interface ContractPay {
  version: string | null;
  months: number;
  improved: number;
  /** Pounds; null where nothing is agreed for it. */
  each: number | null;
  amount: number | null;
}

/** @param improved how many improved in the cases of that span, by months */
export const payOf = (
  {tariff}: Pick<TariffSpan, 'tariff'>,
  improved: readonly {months: number; improved: number}[],
): ContractPay[] =>
  improved.map((one) => {
    const each = tariff?.pays.find(({months}) => months === one.months)?.amount ?? null;
    // In pence, so that nothing is lost on the way.
    const amount = each === null ? null : (one.improved * Math.round(each * 100)) / 100;
    return {version: tariff?.version ?? null, months: one.months, improved: one.improved, each, amount};
  });
