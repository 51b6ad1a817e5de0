import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {BackLink, Button, TextInput} from 'nhsuk-react-components';
import {OutlookTable} from '../../components/caseload/outlook-table.tsx';
import styles from '../../components/figures/figures.scss?url';
import {SeveralOf} from '../../components/staff/choice-set.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {getTeamFacts} from '../../domain/team/team-now.server.ts';
import {askedWhatIf, readWhatIf} from '../../domain/team/what-if-form.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {today} from '../../http/today.server.ts';
import {asker} from '../people.record/people-request.server.ts';
import {outlookFor, round} from './outlook.server.ts';

export const handle = {door: 'caseload.lead'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({request, context}: LoaderFunctionArgs) {
  const facts = await getTeamFacts(context.sql, asker(context), today());
  const now = {referrals: round(facts.referralsAMonth), weeks: round(facts.weeksACase ?? 13)};
  const asked = askedWhatIf(new URL(request.url).searchParams, now);
  const {flow, problems} = readWhatIf(asked);
  return {
    title: 'What if',
    isIndexed: false,
    asked,
    problems,
    now,
    ended: facts.ended,
    workers: facts.walkers.map(({id, name, open}) => ({id, name: `${name}, ${open} open`})),
    outlook: outlookFor(facts, {referrals: Number(now.referrals), weeks: Number(now.weeks)}, flow, asked.leaves),
  };
}

export const meta = pageMeta;

/** What becomes of open cases and waits if more come, cases last longer, or somebody leaves. */
export default function WhatIfPage() {
  const {asked, problems, now, ended, workers, outlook} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner caseload">
      <BackLink href="/caseload/lead">The team</BackLink>
      <FormProblems problems={problems} />
      <h1 className="caseload__title">What if</h1>
      <p>
        Now {now.referrals} cases are opened a month (the last 90 days), and one lasts {now.weeks} weeks
        {ended > 0
          ? ` (the mean of ${ended} that ended in the last 12 months)`
          : ' (none has ended yet, so 13 are taken)'}
        .
      </p>
      <form className="what-if" noValidate>
        <div className="what-if__numbers">
          <TextInput
            id="referrals"
            name="referrals"
            inputMode="decimal"
            width={5}
            label="We take so many a month"
            defaultValue={asked.referrals}
            error={problems.referrals}
            autoComplete="off"
          />
          <TextInput
            id="weeks"
            name="weeks"
            inputMode="decimal"
            width={5}
            label="Each case lasts so many weeks"
            defaultValue={asked.weeks}
            error={problems.weeks}
            autoComplete="off"
          />
        </div>
        <details className="what-if__who" open={asked.leaves.length > 0}>
          <summary>Somebody leaves</summary>
          <SeveralOf
            name="leaves"
            legend="Who leaves"
            options={workers.map(({id, name}) => ({key: id, name}))}
            values={asked.leaves}
          />
        </details>
        <Button type="submit">Work it out</Button>
      </form>
      <OutlookTable {...outlook} />
      <h2 className="what-if__how">How it is worked out</h2>
      <p className="what-if__says">
        Week by week: as many cases end as are open, divided by the weeks each lasts. Whoever waits is taken as soon as
        there is room. A wait is how many stand before somebody, by how many are taken a week. Once it has settled, open
        cases are referrals a week times weeks a case (Little’s law: J. D. C. Little, Operations Research 9, 1961). Room
        is each worker’s ceiling, or what their hours come to. It is a sum and no forecast: people do not come evenly.
      </p>
    </div>
  );
}
