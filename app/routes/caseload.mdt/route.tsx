import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {CaseMdt} from '../../components/mdt/case-mdt.tsx';
import styles from '../../components/mdt/mdt.scss?url';
import {newSubmission, partOf} from '../../domain/access/submissions.server.ts';
import {readLine, typedFields, type Typed} from '../../domain/cases/read-case-forms.ts';
import {getCaseMdt, keepFlags, withdrawFromMdt} from '../../domain/mdt/case-flags.server.ts';
import {flagsOf} from '../../domain/mdt/risk-flags.server.ts';
import {suggestion} from '../../domain/mdt/risk-flags.ts';
import {dayInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload'};
export const links = () => [{rel: 'stylesheet', href: styles}];

const DONE = {
  flags: 'It is written down.',
  brought: 'They are brought. Whoever prepares the meetings puts them on a list.',
  withdraw: 'They are not spoken of any more.',
};
const typedIn = (form: FormData): Typed => ({
  ...typedFields(form),
  flags: form.getAll('flags').join(' ').slice(0, 4000),
});

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const found = await getCaseMdt(context.sql, asker(context), idOf(params.id));
  if (!found) throw missing();
  const {header, brought} = found;
  const held = await typedBefore(context, request);
  const isBrought = brought.some(({settledAt, withdrawnAt}) => !settledAt && !withdrawnAt);
  return {
    title: 'Others thinking along',
    isIndexed: false,
    mustKnow: found.mustKnow,
    caseId: header.id,
    reference: header.reference,
    name: header.personName,
    isOwn: header.isOwn,
    flags: [...flagsOf(context.config.mdtFlagsFile).values()].map(({key, name, says, source}) => ({
      ...{key, name, says: says ?? null, source},
      isSet: found.flags.includes(key),
    })),
    suggestion: suggestion(found.flags.length, isBrought),
    isAskedFor: found.isAskedFor && !isBrought,
    brought: brought.map((one) => ({
      id: one.id,
      title: one.mdtName,
      state: `Brought ${dayInWords(one.madeAt)} by ${one.madeByName}${one.withdrawnAt ? ', taken back' : one.settledAt ? ', settled' : ''}`,
      mayWithdraw: header.isOwn && !one.withdrawnAt,
      decisions: one.decisions.map(({decision, decidedAt, actions}) => ({
        day: dayInWords(decidedAt),
        decision,
        actions: actions.map(({what, ownerName, isDone}) => `${ownerName}: ${what}${isDone ? ' (done)' : ''}`),
      })),
    })),
    submission: newSubmission(),
    typed: held ? typedIn(held) : {},
    isHeld: held !== null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const typed = typedIn(form);
  const by = sender(context, form, 'caseload');
  if (typed.act === 'flags') {
    const known = flagsOf(context.config.mdtFlagsFile);
    const flags = form.getAll('flags').filter((flag): flag is string => typeof flag === 'string' && known.has(flag));
    if (!(await keepFlags(context.sql, by, id, flags)).ok) throw missing();
  } else if (typed.act === 'withdraw') {
    const subjectId = idOf(typedFields(form).subject);
    const why = readLine(typed, 'words', 'Say why');
    if (!why.ok) return data({typed, problems: why.problems, refusal: null}, {status: 422});
    const each = {...by, submission: partOf(by.submission, `withdraw ${subjectId}`)};
    if (!(await withdrawFromMdt(context.sql, each, id, {subjectId, why: why.value})).ok) throw missing();
  } else throw missing();
  return redirect(`/caseload/cases/${id}/mdt?done=${typed.act}`, 303);
}

export const meta = pageMeta;

/** Whether others should think along about somebody. */
export default function CaseMdtRoute() {
  return <CaseMdt {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
