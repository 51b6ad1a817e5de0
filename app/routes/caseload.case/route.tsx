import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {z} from 'zod';
import {CasePage} from '../../components/caseload/case-page.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {hasRole} from '../../domain/access/viewer.ts';
import {getCase} from '../../domain/caseload/get-case.server.ts';
import type {TimelineTurn} from '../../domain/cases/case-timeline.server.ts';
import {typedFields} from '../../domain/cases/read-case-forms.ts';
import {openRecord} from '../../domain/people/open-record.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {saidIn, versionOf} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';
import {VISIT_DONE} from '../caseload.visits/visit-acts.server.ts';
import {toVisitView} from '../caseload.visits/visit-views.server.ts';
import {act, DONE, REFUSED} from './case-acts.server.ts';
import {startOfCaseLog, toCaseView} from './case-view.server.ts';

export const handle = {door: 'caseload'};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const one = await getCase(context.sql, asker(context), idOf(params.id), turnIn(request));
  if (!one) throw missing();
  const held = await typedBefore(context, request);
  const choices = (all: {id: string; name: string}[]) => all.map(({id, name}) => ({key: id, name}));
  return {
    // The title stands in the browser's history: the reference, no name.
    title: `Case ${one.reference}`,
    isIndexed: false,
    mustKnow: one.mustKnow,
    today: today(),
    start: startOfCaseLog(one, staffOf(context), today()),
    submission: newSubmission(),
    view: toCaseView(one, staffOf(context), new Date()),
    walkers: choices(one.walkers.filter(({id}) => id !== one.workerId)),
    partners: choices(one.partners.filter(({id}) => !one.sharedWith.some(({partnerId}) => partnerId === id))),
    sharedWith: one.sharedWith.map(({partnerId, name, worksWithUs}) => ({key: partnerId, name, worksWithUs})),
    visits: one.visits.map((visit) =>
      toVisitView(
        visit,
        {staffId: staffOf(context).staffId, isLead: hasRole(staffOf(context), 'team_lead')},
        new Date(),
      ),
    ),
    draft: {
      id: one.draft?.id ?? newSubmission(),
      page: newSubmission(),
      fields: (one.draft?.fields ?? []).map(({name, value, version}) => ({name, value, version})),
    },
    typed: held ? typedFields(held) : {},
    isHeld: held !== null,
    done: saidIn(request, 'done', {...VISIT_DONE, ...DONE}),
  };
}

/** From which entry of what happened on: `?before=` and `?after=`. */
function turnIn(request: Request): TimelineTurn {
  const asked = new URL(request.url).searchParams;
  const entry = z.uuid().nullable().catch(null);
  return {before: entry.parse(asked.get('before')), after: entry.parse(asked.get('after'))};
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const typed = typedFields(form);
  const again = (refusal: string | null, problems: Record<string, string> = {}) =>
    data({typed, problems, refusal}, {status: refusal ? 409 : 422});
  if (typed.act === 'open') return openForCase({params, request, context}, id, form);
  const caseForm = {...sender(context, form, 'caseload'), sql: context.sql, version: versionOf(form)};
  const acted = await act(caseForm, id, typed, today(), new Date());
  if (!acted) throw missing();
  if ('problems' in acted) return again(null, acted.problems);
  if (!acted.outcome.ok) {
    if (acted.outcome.reason === 'gone') throw missing();
    return again(REFUSED[acted.outcome.reason] ?? null);
  }
  return redirect(`/caseload/cases/${id}?done=${typed.act}`, 303);
}

/** Opens their record for their care under this case, which is named. */
async function openForCase({context}: ActionFunctionArgs, id: string, form: FormData) {
  const one = await getCase(context.sql, asker(context), id);
  if (!one) throw missing();
  const opening = await openRecord(context.sql, sender(context, form, 'caseload.open'), one.personId, {
    basis: 'direct_care',
    consentBy: null,
    consentHow: null,
    workKind: 'case',
    workName: one.reference,
    reason: null,
  });
  if (opening) return redirect(`/people/${one.personId}`, 303);
  return data({typed: {}, problems: {}, refusal: 'They do not share their record with you any more.'}, {status: 409});
}

export const meta = pageMeta;

/** One case. */
export default function CaseRoute() {
  return <CasePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
