/** What stands on the page of figures and in its file: the same numbers, with the same small ones hidden. */
import type {AppLoadContext} from '@remix-run/node';
import {LEEDS_ENGAGED, showContract, showWalking} from '../../domain/caseload/walking-figures.ts';
import {countWalking} from '../../domain/caseload/walking-figures.server.ts';
import {addDays, isCalendarDate} from '../../domain/dates/calendar-date.ts';
import {showOnward} from '../../domain/onward/onward-figures.ts';
import {asCount, asShare, type FigureTable} from '../../domain/figures/shown-words.ts';
import {GROUPINGS, type Grouping} from '../../domain/measures/measure-figures.ts';
import {countLife} from '../../domain/measures/life-figures.server.ts';
import {countPay, tariffsOf} from '../../domain/measures/contract-tariff.server.ts';
import {measureFigures} from '../../domain/measures/measure-figures.server.ts';
import {allScales} from '../../domain/measures/scales.server.ts';
import {today} from '../../http/today.server.ts';
import {asker} from '../people.record/people-request.server.ts';
import {asDays, asInterval, asMean, asPoints, nameOf} from './figure-words.ts';
import {payTable} from './pay-table.ts';
import {lifeTables} from './life-tables.server.ts';

const MEASURED = [
  'Measured',
  'Both times',
  'Complete',
  'Mean change',
  '95 % interval',
  'Improved',
  'Share',
  'Unchanged',
  'Worse',
];
const WALKED = ['Referred', 'Engaged', 'Share engaged', 'Declined', 'Waiting', 'To first contact', 'Contacts per case'];
const ONWARD = ['Passed on', 'Took part', 'Share', 'Declined', 'No answer yet', 'To an answer'];
const CONTRACT = [
  'At the start',
  'Due',
  'Both scores',
  'Complete',
  'Improved',
  'Share improved',
  'Unchanged',
  'Worse',
  'Mean change',
  '95 % interval',
];

/** What was asked for, and which scores may be. */
export function figuresAsked(request: Request) {
  const asked = new URL(request.url).searchParams;
  const choices = allScales().flatMap((scale) =>
    scale.scores.map((score) => ({
      scale,
      score,
      key: `${scale.key}.${score.key}`,
      name: `${scale.shortName}: ${score.name}`,
    })),
  );
  const chosen = choices.find(({key}) => key === asked.get('score')) ?? choices[0]!;
  const dayOr = (name: string, other: string) => {
    const typed = asked.get(name) ?? '';
    return isCalendarDate(typed) ? typed : other;
  };
  const by = asked.get('by') ?? '';
  return {
    choices,
    chosen,
    from: dayOr('from', addDays(today(), -365)),
    to: dayOr('to', today()),
    by: Object.hasOwn(GROUPINGS, by) ? (by as Grouping) : ('all' as const),
  };
}

type FigureTables = Record<'walking' | 'onward' | 'paired' | 'contract' | 'pay', FigureTable> &
  ReturnType<typeof lifeTables> & {
    /** By what is paid, or why it does not stand there. */
    paySays: string;
  };

/** The tables of the page: from referral to engaged, passing on, scores, the loneliness contract, what people want, parts of life, use of services. */
export async function figureTables(
  context: AppLoadContext,
  {chosen, from, to, by}: ReturnType<typeof figuresAsked>,
): Promise<FigureTables> {
  const {smallNumbers} = context.config.figures;
  const tariffs = tariffsOf(context.config.contractFile);
  const ask = {scale: chosen.scale.key, score: chosen.score, from, to, by};
  const [rows, counted, life, pay] = await Promise.all([
    measureFigures(context.sql, asker(context), ask, smallNumbers),
    countWalking(context.sql, asker(context), {from, to, by}),
    countLife(context.sql, asker(context), {from, to, by}),
    countPay(context.sql, asker(context), tariffs, {from, to}),
  ]);
  return {
    walking: {
      columns: [GROUPINGS[by], ...WALKED],
      rows: showWalking(counted.groups, counted.isWholeArea, smallNumbers).map((row) => [
        nameOf(row.name),
        asCount(row.referred),
        asCount(row.engaged),
        asShare(row.engagedShare),
        asCount(row.declined),
        asCount(row.waiting),
        asDays(row.medianHours === null ? null : row.medianHours / 24),
        asMean(row.contactsPerCase),
      ]),
    },
    onward: {
      columns: [GROUPINGS[by], ...ONWARD],
      rows: showOnward(counted.onward, counted.isWholeArea, smallNumbers).map((row) => [
        nameOf(row.name),
        asCount(row.passed),
        asCount(row.tookPart),
        asShare(row.tookPartShare),
        asCount(row.declined),
        asCount(row.waiting),
        asDays(row.medianDays),
      ]),
    },
    paired: {
      columns: [GROUPINGS[by], ...MEASURED],
      rows: rows.map((row) => [
        nameOf(row.name),
        asCount(row.people),
        asCount(row.both),
        asShare(row.completeness),
        asPoints(row.meanChange),
        asInterval(row.interval),
        asCount(row.improved),
        asShare(row.improvedShare),
        asCount(row.unchanged),
        asCount(row.worse),
      ]),
    },
    contract: {
      columns: ['After', ...CONTRACT],
      rows: showContract(counted.contract, counted.isContractWhole, smallNumbers).map((row) => [
        `${row.months} months`,
        asCount(row.people),
        asCount(row.due),
        asCount(row.both),
        asShare(row.completeness),
        asCount(row.improved),
        asShare(row.improvedShare),
        asCount(row.unchanged),
        asCount(row.worse),
        asPoints(row.meanChange),
        asInterval(row.interval),
      ]),
    },
    pay: payTable(pay ?? []),
    paySays: payRule(tariffs.length > 0, counted.isContractWhole),
    ...lifeTables(life, by, smallNumbers),
  };
}

export const WALKING_RULE = `Referrals made between these days. One that was passed on counts where it went. Engaged: we reached them twice or more, or once and they did not say no. The share is of everybody who was referred, also of those who still wait; Leeds has ${LEEDS_ENGAGED}. To first contact: half of those we reached waited this long or less, from the first minute. Contacts per case: the mean of cases that have ended and in which we reached somebody.`;
export const ONWARD_RULE =
  'Everybody who was told of a service, or passed on to one, between these days. By need means the need it was for. Took part: they started, or came at least once. To an answer: half of the answers took this long or less. The rest were accepted and have not begun, or nobody has heard.';
export const CONTRACT_RULE =
  'Cases about loneliness opened between these days, with a first UCLA-3 score: that many are counted at the start. Due: that many months have gone by. Complete: the share of those that are due with both scores. Improved: less lonely than at the start, by any change at all.';
/** @param isSet whether the site has a tariff */
const payRule = (isSet: boolean, isWholeArea: boolean) => {
  if (!isSet)
    return 'No tariff is set for this site, so nothing here says what is paid. Whoever runs the site puts the agreed amounts into a file (CONTRACT_FILE).';
  if (!isWholeArea)
    return 'What the contract pays is shown to analysts of the whole area. Smaller numbers are rounded, and an amount would tell the true ones.';
  return 'So much for each case in which somebody is less lonely than at their start. A case is paid by the version of the tariff that held on the day it was opened.';
};

export const WANTED_RULE =
  'Cases opened between these days, each with its newest plan. A plan counts once for each thing that somebody wants in it, however many goals they have about it. Where they want it: all of these stand at or beyond the number they wish for, 0 to 10.';
export const DOMAINS_RULE =
  'Cases opened between these days in which somebody and their worker looked back on this part of life. The share is of those.';
export const USE_RULE =
  'Cases opened between these days. The twelve months before a case began stand beside the twelve months after, for the same person. Where only one of the two numbers is known, it is counted and compared with nothing; a case younger than twelve months has no year after, so choose earlier days to compare. From records: both numbers come from a record, not from memory. It shows what changed, not why: people are often referred when things are at their worst.';
