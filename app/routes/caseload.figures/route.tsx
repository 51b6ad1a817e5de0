import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {Button, TextInput} from 'nhsuk-react-components';
import {CaseloadNav} from '../../components/caseload/caseload-nav.tsx';
import styles from '../../components/figures/figures.scss?url';
import {WideTable} from '../../components/figures/wide-table.tsx';
import {ChoiceSelect} from '../../components/staff/choice-select.tsx';
import {hasRole} from '../../domain/access/viewer.ts';
import {addDays} from '../../domain/dates/calendar-date.ts';
import {smallNumberRule} from '../../domain/figures/figure-rules.ts';
import {asCount, asShare} from '../../domain/figures/shown-words.ts';
import {GROUPINGS, type Grouping} from '../../domain/measures/measure-figures.ts';
import {measureFigures} from '../../domain/measures/measure-figures.server.ts';
import {allScales} from '../../domain/measures/scales.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {asker} from '../people.record/people-request.server.ts';

export const handle = {door: 'cases.figures'};
export const links = () => [{rel: 'stylesheet', href: styles}];

const points = new Intl.NumberFormat('en-GB', {
  maximumFractionDigits: 1,
  minimumFractionDigits: 1,
  signDisplay: 'always',
});

const COLUMNS = [
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

export async function loader({request, context}: LoaderFunctionArgs) {
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
    return /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(typed)) ? typed : other;
  };
  const by = asked.get('by') ?? '';
  const ask = {
    scale: chosen.scale.key,
    score: chosen.score,
    from: dayOr('from', addDays(today(), -365)),
    to: dayOr('to', today()),
    by: Object.hasOwn(GROUPINGS, by) ? (by as Grouping) : ('all' as const),
  };
  const rows = await measureFigures(context.sql, asker(context), ask, context.config.figures.smallNumbers);
  const {reliableChange, better, least, most} = chosen.score;
  return {
    title: 'Did it help?',
    // An analyst has figures and no caseload.
    isLead: hasRole(staffOf(context), 'team_lead'),
    isIndexed: false,
    choices: choices.map(({key, name}) => ({key, name})),
    chosen: chosen.key,
    ...{from: ask.from, to: ask.to, by: ask.by},
    scaleSays: `${least} to ${most}; ${better} is better.`,
    errorSays: reliableChange
      ? `Improved means by ${reliableChange.points} points or more, which is beyond measurement error. ${reliableChange.source}.`
      : 'Nobody has agreed a measurement error for this score: improved means any change at all for the better.',
    smallNumberSays: smallNumberRule(context.config.figures.smallNumbers),
    table: {
      columns: [GROUPINGS[ask.by], ...COLUMNS],
      rows: rows.map((row) => [
        row.name === 'all' ? 'All together' : row.name.replaceAll('_', ' '),
        asCount(row.people),
        asCount(row.both),
        asShare(row.completeness),
        row.meanChange === null ? '–' : points.format(row.meanChange),
        row.interval === null ? '–' : `${points.format(row.interval[0])} to ${points.format(row.interval[1])}`,
        asCount(row.improved),
        asShare(row.improvedShare),
        asCount(row.unchanged),
        asCount(row.worse),
      ]),
    },
  };
}

export const meta = pageMeta;

/** Whether it helped, in figures: each person's first score against their own latest. */
export default function MeasureFiguresPage() {
  const {choices, chosen, from, to, by, scaleSays, errorSays, smallNumberSays, table, isLead} =
    useLoaderData<typeof loader>();
  return (
    <div className="page__inner caseload">
      {isLead && <CaseloadNav here="/caseload/figures" isLead />}
      <h1>Did it help?</h1>
      <form className="figures-filter">
        <ChoiceSelect name="score" label="Score" value={chosen} options={choices} />
        <ChoiceSelect name="by" label="By" value={by} options={GROUPINGS} />
        <TextInput id="from" name="from" type="date" label="Cases opened from" defaultValue={from} />
        <TextInput id="to" name="to" type="date" label="Cases opened until" defaultValue={to} />
        <Button type="submit">Show</Button>
      </form>
      <section className="figure" aria-labelledby="paired">
        <h2 id="paired">First and latest score of the same case</h2>
        {table.rows.length === 0 ? (
          <p>
            There is nothing to count yet. Cases stand here once this score was taken at least once, between these days.
          </p>
        ) : (
          <WideTable title="First and latest score of the same case" table={table} />
        )}
        <p>
          {scaleSays} {errorSays} Whoever has one score only counts as measured, and for nothing else. The interval is
          Student’s t. {smallNumberSays}
        </p>
      </section>
    </div>
  );
}
