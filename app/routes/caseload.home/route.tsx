import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {CaseloadNav} from '../../components/caseload/caseload-nav.tsx';
import {MeasuresDue} from '../../components/caseload/measures-due.tsx';
import {MyDay} from '../../components/caseload/my-day.tsx';
import {ActionsDue} from '../../components/mdt/actions-due.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {hasRole} from '../../domain/access/viewer.ts';
import {myDay} from '../../domain/cases/list-cases.server.ts';
import {OCCASIONS} from '../../domain/measures/schedule.ts';
import {getScale} from '../../domain/measures/scales.server.ts';
import {dayInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {toActionView} from '../mdt.home/mdt-views.server.ts';
import {asker} from '../people.record/people-request.server.ts';
import {toCard} from './case-cards.server.ts';

export const handle = {door: 'caseload'};

export async function loader({context}: LoaderFunctionArgs) {
  const now = new Date();
  const day = today(now);
  const {
    late,
    today: due,
    soon,
    withoutStep,
    agreed,
    open,
    inboxWaiting,
    measures,
  } = await myDay(context.sql, asker(context), day);
  const cards = (rows: typeof late) => rows.map((row) => toCard(row, day, now));
  return {
    title: 'My day',
    isIndexed: false,
    date: dayInWords(now),
    isLead: hasRole(staffOf(context), 'team_lead'),
    inboxWaiting,
    submission: newSubmission(),
    agreed: agreed.map((action) => toActionView(action, day)),
    measures: measures.map(({caseId, reference, scales, occasion, isOverdue}) => ({
      key: `${caseId} ${occasion}`,
      href: `/caseload/cases/${caseId}/measures`,
      reference,
      says: `${scales.map((key) => getScale(key)?.shortName ?? key).join(', ')}, ${OCCASIONS[occasion].toLowerCase()}${isOverdue ? ' (overdue)' : ''}`,
    })),
    day: {late: cards(late), today: cards(due), soon: cards(soon), withoutStep: cards(withoutStep), open},
  };
}

export const meta = pageMeta;

/** What is due with the people somebody walks with, the latest first. */
export default function MyDayPage() {
  const {date, isLead, inboxWaiting, submission, agreed, measures, day} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner caseload">
      <CaseloadNav here="/caseload" waiting={inboxWaiting} isLead={isLead} />
      <h1 className="caseload__title">
        My day <span className="caseload__date">{date}</span>
      </h1>
      {agreed.length > 0 && (
        <section className="day-part" aria-labelledby="part-agreed">
          <h2 id="part-agreed">
            From meetings <span className="day-part__count">{agreed.length}</span>
          </h2>
          <ActionsDue actions={agreed} submission={submission} back="/caseload" />
        </section>
      )}
      <MyDay day={day} />
      <MeasuresDue due={measures} />
    </div>
  );
}
