/** The measures of a case in words, as the page shows them. Pure. */
import type {CaseMeasures, TakenMeasure} from '../../domain/measures/case-measures.server.ts';
import {changeOf} from '../../domain/measures/change.ts';
import {ANSWERED_BY, LINK_SENT, TAKEN_HOW} from '../../domain/measures/measure-choices.ts';
import {OUTCOME_DOMAINS, OUTCOME_VERDICTS, SERVICE_USES, USE_SOURCES} from '../../domain/measures/outcome-domains.ts';
import type {Scale, ScaleScore} from '../../domain/measures/scale-schema.ts';
import {canGoByLink} from '../../domain/measures/wording.ts';
import {bandOf} from '../../domain/measures/score.ts';
import {OCCASIONS} from '../../domain/measures/occasions.ts';
import {dayOf} from './day-of.ts';
import type {ScoreChartProps} from './score-chart.tsx';

const number = new Intl.NumberFormat('en-GB', {maximumFractionDigits: 2});

export type MeasuresView = ReturnType<typeof measuresView>;

export function measuresView({header, measures, due, asks, use, domains}: CaseMeasures, scales: readonly Scale[]) {
  const nameOf = (key: string) => scales.find((scale) => scale.key === key)?.shortName ?? key;
  const standing = measures.filter(({struckReason}) => struckReason === null);
  const open = due.filter(({state}) => state !== 'taken' && state !== 'later');
  return {
    caseId: header.id,
    reference: header.reference,
    personName: header.personName,
    isOwn: header.isOwn,
    due: open.map(({scale, occasion, dueOn, state}) => ({
      scale,
      name: nameOf(scale),
      occasion,
      when: OCCASIONS[occasion],
      dueOn: dayOf(dueOn),
      state,
    })),
    charts: scales.flatMap((scale) => {
      const taken = standing.filter((one) => one.scale === scale.key);
      const charts = scale.scores.flatMap((score) => chartOf(scale, score, taken) ?? []);
      return charts.length > 0 ? [{name: scale.shortName, source: scale.source, charts}] : [];
    }),
    taken: measures.toReversed().map((one) => ({
      id: one.id,
      name: nameOf(one.scale),
      day: dayOf(one.takenOn),
      when: OCCASIONS[one.occasion],
      how: [TAKEN_HOW[one.how], ANSWERED_BY[one.answeredBy], one.recordedByName].filter(Boolean).join(' · '),
      struckReason: one.struckReason,
      isUnscored: one.struckReason === null && Object.keys(one.scores).length === 0,
    })),
    asks: asks.map(({id, scales: asked, occasion, sentBy, expiresAt}) => ({
      id,
      words: `${asked.map(nameOf).join(', ')} (${OCCASIONS[occasion].toLowerCase()})`,
      how: LINK_SENT[sentBy],
      until: dayOf(expiresAt.toISOString().slice(0, 10)),
    })),
    scales: scales.map((scale) => ({key: scale.key, name: scale.shortName, byLink: canGoByLink(scale)})),
    use: use.map(({service, side, times, source}) => ({
      name: SERVICE_USES[service],
      side: side === 'before' ? '12 months before' : '12 months after',
      times,
      source: USE_SOURCES[source],
    })),
    domains: domains.map(({domain, verdict}) => ({
      name: OUTCOME_DOMAINS[domain],
      verdict,
      words: OUTCOME_VERDICTS[verdict],
    })),
  };
}

function chartOf(scale: Scale, score: ScaleScore, taken: TakenMeasure[]): ScoreChartProps | null {
  const points = taken.flatMap(({takenOn, occasion, scores}) => {
    const value = scores[score.key];
    if (value === undefined) return [];
    return [{on: takenOn, day: dayOf(takenOn), occasion: OCCASIONS[occasion], value, band: bandOf(score, value)}];
  });
  if (points.length === 0) return null;
  const {least, most, better} = score;
  const name = ownWords(scale, score, taken) ?? score.name;
  return {id: `${scale.key}-${score.key}`, name, least, most, better, points, change: changeInWords(score, points)};
}

/** A goal or a concern is called by the person's own words. */
function ownWords({items}: Scale, score: ScaleScore, taken: TakenMeasure[]): string | null {
  const place = items.findIndex(({key}) => key === score.items[0]);
  const before = items[place - 1];
  if (before?.answer.kind !== 'words' || !before.answer.isCarried) return null;
  const words = taken.findLast(({answers}) => answers[before.key])?.answers[before.key];
  return words ? String(words) : null;
}

function changeInWords(score: ScaleScore, points: {value: number}[]): string | null {
  const [first, latest] = [points[0], points.at(-1)];
  if (!first || !latest || points.length < 2) return null;
  const {gain, points: moved, verdict, isBeyondError} = changeOf(score, first.value, latest.value);
  const from = `From ${number.format(first.value)} to ${number.format(latest.value)}`;
  if (moved === 0) return `${from}: the same`;
  const by = `${gain > 0 ? 'better' : 'worse'} by ${number.format(Math.abs(gain))}`;
  if (!isBeyondError) return `${from}: ${by}`;
  return verdict === 'unchanged' ? `${from}: ${by}, no more than the scale’s own wobble` : `${from}: ${by}`;
}
