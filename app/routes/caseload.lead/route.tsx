import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {CaseloadNav} from '../../components/caseload/caseload-nav.tsx';
import {A_YEAR, TeamLoad} from '../../components/caseload/team-load.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {VisitsPart} from '../../components/visits/visits-part.tsx';
import {waitWords} from '../../domain/cases/case-status.ts';
import {leadView} from '../../domain/caseload/lead-view.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {VISIT_DONE} from '../caseload.visits/visit-acts.server.ts';
import {toVisitView} from '../caseload.visits/visit-views.server.ts';
import {tabsOf} from '../caseload.home/tabs.server.ts';
import {asker} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload.lead'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const now = new Date();
  const [view, tabs] = await Promise.all([leadView(context.sql, asker(context), today(now)), tabsOf(context)]);
  return {
    title: 'The team',
    isIndexed: false,
    tabs,
    takesReferrals: view.takesReferrals,
    done: saidIn(request, 'done', VISIT_DONE),
    visits: view.visits.map((visit) => toVisitView(visit, {staffId: staffOf(context).staffId, isLead: true}, now)),
    facts: [
      {
        label: 'Waiting for a decision',
        value: String(view.waiting),
        says: view.waitingSince ? `the longest for ${waitWords(view.waitingSince, now)}` : 'nobody waits',
        href: '/caseload/inbox',
      },
      {
        label: 'Open cases',
        value: String(view.open),
        says: view.capacity ? `room for ${view.capacity}` : '',
        href: '/caseload/all?show=open&order=next&whose=all',
      },
      {
        label: 'Nobody walks with them yet',
        value: String(view.unclaimed),
        says: 'accepted, to be claimed or given',
        href: view.unclaimed > 0 ? '/caseload/lead/share' : null,
      },
      {
        label: 'From referral to first contact',
        value: view.medianHours === null ? '–' : hoursWords(view.medianHours),
        says:
          view.measured === 0
            ? 'nobody was reached in the last 90 days'
            : `half of ${view.measured} waited this long or less, last 90 days`,
        href: null,
      },
    ],
    workers: view.workers.map(({contactsPerCase, ...worker}) => ({
      ...worker,
      contactsPerCase: contactsPerCase === null ? '–' : String(contactsPerCase),
    })),
  };
}

const hoursWords = (hours: number) => (hours < 48 ? `${Math.round(hours)} hours` : `${Math.round(hours / 24)} days`);

export const meta = pageMeta;

/** A lead's look at who carries how much, and who waits. */
export default function TeamPage() {
  const {tabs, takesReferrals, done, visits, facts, workers} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner caseload">
      <CaseloadNav here="/caseload/lead" {...tabs} />
      <DoneBanner words={done} />
      <h1 className="caseload__title">The team</h1>
      {/* Whoever is not back comes before any figure. */}
      <VisitsPart title="Not back in time" visits={visits.filter(({state}) => state === 'late')} from="lead" />
      <ul className="team-facts" role="list">
        {facts.map(({label, value, says, href}) => (
          <li key={label} className="team-fact">
            <p className="team-fact__label">{href ? <a href={href}>{label}</a> : label}</p>
            <p className="team-fact__value">{value}</p>
            <p className="team-fact__says">{says}</p>
          </li>
        ))}
      </ul>
      <VisitsPart title="Out on visits" visits={visits.filter(({state}) => state !== 'late')} from="lead" />
      <ul className="team-ways">
        <li>
          <a href="/caseload/lead/share">Give out cases</a>, with a suggestion for each
        </li>
        <li>
          <a href="/caseload/lead/what-if">What if</a> more come, cases last longer, or somebody leaves
        </li>
        <li>
          <a href="/caseload/cover">Leave and cover</a>: who is away, and who looks after their people
        </li>
        {takesReferrals && (
          <li>
            <a href="/caseload/lead/takes">Change what we take</a>: areas, practices, needs, languages and how many
          </li>
        )}
      </ul>
      <h2>Who walks with how many</h2>
      <p>
        A link worker usually walks with {A_YEAR.from} to {A_YEAR.to} people in a year, not all at once. The bar is full
        at {A_YEAR.to}. Whoever has most overdue stands first. Behind each name: their week, days away and supervision.
      </p>
      <TeamLoad workers={workers} />
    </div>
  );
}
