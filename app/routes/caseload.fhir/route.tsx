import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {ExportForm} from '../../components/letters/export-form.tsx';
import styles from '../../components/letters/letters.scss?url';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {readLine, typedFields} from '../../domain/cases/read-case-forms.ts';
import {getExports, makeExport} from '../../domain/fhir/exports.server.ts';
import {REFUSED} from '../../domain/letters/letter-words.ts';
import {readAgreed} from '../../domain/letters/read-letter.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'cases.letters'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const found = await getExports(context.sql, asker(context), idOf(params.id));
  if (!found) throw missing();
  const held = await typedBefore(context, request);
  const {header, made} = found;
  return {
    title: 'A file for another system',
    isIndexed: false,
    mustKnow: found.mustKnow,
    caseId: header.id,
    reference: header.reference,
    isOwn: header.isOwn,
    made: made.map(({id, organisation, madeByName, madeAt, agreed}) => ({
      id,
      title: `For ${organisation}`,
      says: `Made by ${madeByName}, ${momentInWords(madeAt)}. ${agreed}.`,
    })),
    submission: newSubmission(),
    typed: held ? typedFields(held) : {},
    isHeld: held !== null,
    done: saidIn(request, 'done', {made: 'The file is made. Download it below.'}),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const typed = typedFields(form);
  const again = (problems: Record<string, string>, refusal: string | null = null) =>
    data({typed, problems, refusal}, {status: refusal ? 409 : 422});
  const [organisation, agreed] = [readLine(typed, 'organisation', 'Write for whom it is', 200), readAgreed(typed)];
  if (!organisation.ok) return again(organisation.problems);
  if (!agreed.ok) return again(agreed.problems);
  const made = await makeExport(context.sql, sender(context, form, 'cases.letters'), id, {
    organisation: organisation.value,
    agreedNow: agreed.value,
    withPlan: typed.withPlan === 'yes',
    withMeasures: typed.withMeasures === 'yes',
    withOnward: typed.withOnward === 'yes',
    siteAddress: siteAddress(context.config, request),
  });
  if (made.ok) return redirect(`/caseload/cases/${id}/fhir?done=made`, 303);
  if (made.reason === 'gone') throw missing();
  if (made.reason === 'not_asked') return again({agreedBy: REFUSED.not_asked});
  return again({}, `It was not made. ${REFUSED[made.reason]}`);
}

export const meta = pageMeta;

/** Files about a case for another system. */
export default function Fhir() {
  return <ExportForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
