import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {ConsentForm} from '../../components/people/consent-form.tsx';
import {ConsentTable} from '../../components/people/consent-history.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import styles from '../../components/people/people.scss?url';
import {RecordFrame} from '../../components/people/record-frame.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {listPartners, recordConsent} from '../../domain/people/consents.server.ts';
import {readConsent, standing, typedConsent} from '../../domain/people/consent-words.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {askAgain, asker, editorOf, idOf, openedRecord, viewOf} from '../people.record/people-request.server.ts';
import {toConsentView} from './consent-view.server.ts';

export const handle = {door: 'people.consent'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const record = await openedRecord({context, request}, idOf(params.id), 'consents');
  const held = await typedBefore(context, request);
  return {
    title: 'What a person agreed to',
    isIndexed: false,
    submission: newSubmission(),
    banner: viewOf(record).banner,
    partners: await listPartners(context.sql, asker(context)),
    now: standing(record.consents).map(toConsentView),
    history: record.consents.map(toConsentView).reverse(),
    isHeld: held !== null,
    typed: typedConsent(held ?? new FormData()),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const personId = idOf(params.id);
  const form = await request.formData();
  const editor = await editorOf({context, request}, personId, form, 'people.consent');
  const typed = typedConsent(form);
  const partners = await listPartners(context.sql, asker(context));
  const read = readConsent(
    typed,
    today(),
    partners.map(({id}) => id),
  );
  if (!read.ok) return data({typed, problems: read.problems}, {status: 422});
  const {ok} = await recordConsent(context.sql, editor, personId, read.fact);
  if (!ok) return askAgain({context, request}, personId, form);
  return redirect(`/people/${personId}/consents`, 303);
}

export const meta = pageMeta;

/** What someone agreed to, refused and took back: what counts now, and how it came to that. */
export default function Consents() {
  const {submission, banner, partners, now, history, isHeld, typed} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <RecordFrame banner={banner}>
      <FormProblems problems={answer?.problems} />
      <h1>What they agreed to</h1>
      <div className="consent-now">
        <ConsentTable caption="What counts now" consents={now} />
      </div>
      {isHeld && !answer && <HeldNotice />}
      <ConsentForm
        key={submission}
        submission={submission}
        typed={answer?.typed ?? typed}
        problems={answer?.problems ?? {}}
        partners={partners}
      />
      {history.length > 0 && <ConsentTable caption="Everything that was written down" consents={history} />}
    </RecordFrame>
  );
}
