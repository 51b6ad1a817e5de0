import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {z} from 'zod';
import {BringForm} from '../../components/mdt/bring-form.tsx';
import styles from '../../components/mdt/mdt.scss?url';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {typedFields} from '../../domain/cases/read-case-forms.ts';
import {beginBringing, bringToMdt, type Source} from '../../domain/mdt/bring.server.ts';
import type {SubjectSource} from '../../domain/mdt/mdt-choices.ts';
import {flagNames, flagsOf} from '../../domain/mdt/risk-flags.server.ts';
import {readBasis, readSummary} from '../../domain/mdt/summary.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {asker, missing, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'mdt'};
export const links = () => [{rel: 'stylesheet', href: styles}];

/** Where somebody is brought from, and where one goes on afterwards. */
const FROM: Record<SubjectSource, {words: string; page(id: string): string; then(id: string): string}> = {
  case: {
    words: 'The case',
    page: (id) => `/caseload/cases/${id}/mdt`,
    then: (id) => `/caseload/cases/${id}/mdt?done=brought`,
  },
  call: {words: 'The call', page: (id) => `/desk/ended/${id}`, then: (id) => `/desk/ended/${id}?done=brought`},
  handoff: {
    words: 'What was handed on',
    page: (id) => `/desk/handoffs/${id}`,
    then: (id) => `/desk/handoffs/${id}?done=brought`,
  },
  referral: {
    words: 'The referral',
    page: (id) => `/caseload/inbox/${id}`,
    then: (id) => `/caseload/inbox/${id}?done=brought`,
  },
};

/** `?case=…`, `?call=…`, `?handoff=…` or `?referral=…` */
function sourceOf(request: Request): Source {
  const asked = new URL(request.url).searchParams;
  for (const kind of Object.keys(FROM) as SubjectSource[]) {
    const read = z.uuid().safeParse(asked.get(kind));
    if (read.success) return {kind, id: read.data};
  }
  throw missing();
}

export async function loader({request, context}: LoaderFunctionArgs) {
  const source = sourceOf(request);
  const found = await beginBringing(context.sql, asker(context), source);
  if (!found) throw missing();
  const held = await typedBefore(context, request);
  const {beginning, mdts} = found;
  return {
    title: 'Bring somebody to a meeting',
    isIndexed: false,
    mustKnow: found.mustKnow,
    refused: found.refused,
    back: {href: FROM[source.kind].page(source.id), words: FROM[source.kind].words},
    reference: beginning.reference,
    flags: flagNames(flagsOf(context.config.mdtFlagsFile), beginning.flags),
    mdts: mdts.map(({id, name, partnerName}) => ({key: id, name: `${name}, ${partnerName}`})),
    submission: newSubmission(),
    typed: held ? typedFields(held) : {...beginning.summary},
    isHeld: held !== null,
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const source = sourceOf(request);
  const form = await request.formData();
  const typed = typedFields(form);
  const again = (refusal: string | null, problems: Record<string, string> = {}) =>
    data({typed, problems, refusal}, {status: refusal ? 409 : 422});
  const [summary, basis] = [readSummary(typed), readBasis(typed)];
  const mdtId = z.uuid().safeParse(typed.mdt).data;
  if (!summary.ok || !basis.ok || !mdtId) {
    return again(null, {
      ...(mdtId ? {} : {mdt: 'Choose to whom'}),
      ...(summary.ok ? {} : summary.problems),
      ...(basis.ok ? {} : basis.problems),
    });
  }
  const brought = await bringToMdt(context.sql, sender(context, form, 'mdt'), source, {
    mdtId,
    summary: summary.value,
    basis: basis.value,
  });
  if (brought.ok) return redirect(FROM[source.kind].then(source.id), 303);
  if (brought.reason === 'gone') throw missing();
  return again(
    brought.reason === 'already'
      ? 'They wait for that meeting already, or are on its list. Nothing more is needed.'
      : 'That team takes nobody any more. Choose another.',
  );
}

export const meta = pageMeta;

/** Bringing somebody, from wherever one knows them. */
export default function Bring() {
  return <BringForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
