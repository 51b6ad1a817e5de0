/** What each figure is called, the rule that made it, the query that reads it and the function that counts it. */
import type {FigureQuery} from './figure-queries.ts';
import type {FigureName} from './figure-tables.ts';
import type {SmallNumbers} from './suppress.ts';

export const FIGURE_RULES: Record<FigureName, {title: string; rule: string; query: FigureQuery; counting: string}> = {
  'first-contact': {
    title: 'Resolved at first contact',
    rule: 'Claimed: calls resolved ÷ calls that count; both follow from how a call ended. Sustained: resolved, and nobody got in touch again by any channel about the same person and need within 7 × 24 hours, among calls about somebody known that are older than that. The gap is the share that came back. Calls about nobody known cannot be followed and are in neither part.',
    query: 'domains',
    counting: 'count_call_days',
  },
  'week-chart': {
    title: 'Week by week: ordinary ups and downs, or a cause',
    rule: 'Each point is a week’s claimed share. The middle line is their mean x̄; the limits are x̄ ± 2.66 × the mean moving range, made once without ranges of 3.267 means or more. Signs of a cause: a point beyond a limit, seven in a row on one side, seven rising or falling, two of three beyond two thirds of the way to a limit (Shewhart; Wheeler; NHS England, Making Data Count). With fewer than twelve weeks the limits are trial limits.',
    query: 'weeks',
    counting: 'count_call_days',
  },
  hours: {
    title: 'When people ring',
    rule: 'Calls begun in an hour of a weekday ÷ how often that hour came in the month, on the clock in Britain. Where the clocks change, one hour comes twice or not at all, and is counted so.',
    query: 'hours',
    counting: 'count_call_days',
  },
  answered: {
    title: 'How soon the telephone was answered',
    rule: 'From the telephone system’s own files. Service level: answered in time ÷ (offered − given up at once). Abandonment: given up, without those given up at once ÷ the same. What in time and at once mean stands beside the figure; there is no one definition in use, so compare only with figures of the same thresholds. All domains: a telephone does not know what a call will be about.',
    query: 'lines',
    counting: 'count_phone_months',
  },
  repeats: {
    title: 'Repeat callers',
    rule: 'A call is counted when it was at least the third about the same person within 96 hours (the rule of the NHS for repeat callers). Joined records count as one person. Only calls about somebody known can be counted.',
    query: 'domains',
    counting: 'count_call_days',
  },
  gaps: {
    title: 'What was not to be had',
    rule: 'Calls that ended with nothing suitable, and services that could not take somebody who was passed on to them, in the twelve months up to the end of the month shown, by need and by ward (where the ward is not known, by the first half of the postcode). With one domain chosen, only calls of that domain. The needs and places with most have a line of their own, the others one together; the file has them all. A place is below the whole area, so small numbers are hidden for everybody.',
    query: 'gaps',
    counting: 'count_gap_days',
  },
};

export const smallNumberRule = ({hideUpTo, roundTo}: SmallNumbers): string =>
  `Counts of 1 to ${hideUpTo} are hidden, and so is a second one beside them; all others are rounded to the nearest ${roundTo}.`;
