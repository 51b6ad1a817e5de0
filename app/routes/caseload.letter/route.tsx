import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {LetterForm} from '../../components/letters/letter-form.tsx';
import styles from '../../components/letters/letters.scss?url';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {typedFields} from '../../domain/cases/read-case-forms.ts';
import {isLetterKind, LETTER_KINDS, REFUSED, type LetterRefusal} from '../../domain/letters/letter-words.ts';
import {beginLetter, sendLetter} from '../../domain/letters/letters.server.ts';
import {readLetter} from '../../domain/letters/read-letter.ts';
import {dayInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'cases.letters'};
export const links = () => [{rel: 'stylesheet', href: styles}];

/** Beside which field a refusal stands. */
const FIELD_OF: Partial<Record<LetterRefusal, string>> = {
  ...{not_asked: 'agreedBy', not_nhs: 'email', not_checked: 'email'},
};

const kindOf = (kind: string | undefined) => {
  if (!isLetterKind(kind)) throw missing();
  return kind;
};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const kind = kindOf(params.kind);
  const begun = await beginLetter(context.sql, asker(context), idOf(params.id), kind, dayInWords);
  if (!begun) throw missing();
  const held = await typedBefore(context, request);
  const {header, check, toName, toAddress, email, body} = begun;
  return {
    title: 'A letter',
    isIndexed: false,
    mustKnow: begun.mustKnow,
    caseId: header.id,
    reference: header.reference,
    heading: LETTER_KINDS[kind].name,
    isToGp: kind === 'gp_first' || kind === 'gp_closure',
    check: check.ok ? {isAllowed: true, words: `${check.agreed}.`} : {isAllowed: false, words: REFUSED[check.reason]},
    submission: newSubmission(),
    typed: held ? typedFields(held) : {toName, toAddress, email, body},
    isHeld: held !== null,
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const [id, kind] = [idOf(params.id), kindOf(params.kind)];
  const form = await request.formData();
  const typed = typedFields(form);
  const again = (status: number, problems: Record<string, string>, refusal: string | null = null, preview = false) =>
    data(
      {
        ...{typed, problems, refusal},
        preview: preview
          ? {
              partnerName: staffOf(context).partnerName,
              day: dayInWords(new Date()),
              ...{toName: typed.toName ?? '', toAddress: typed.toAddress || null, body: typed.body ?? ''},
            }
          : null,
      },
      {status},
    );
  const read = readLetter(kind, typed);
  if (!read.ok) return again(422, read.problems);
  if (typed.do !== 'send') return again(200, {}, null, true);
  const sent = await sendLetter(context.sql, sender(context, form, 'cases.letters'), id, {
    ...read.value,
    siteAddress: siteAddress(context.config, request),
  });
  if (sent.ok) return redirect(`/caseload/cases/${id}/letters/sent/${sent.id}?done=sent`, 303);
  if (sent.reason === 'gone') throw missing();
  const field = FIELD_OF[sent.reason];
  return field
    ? again(422, {[field]: REFUSED[sent.reason]})
    : again(409, {}, `It was not sent. ${REFUSED[sent.reason]}`);
}

export const meta = pageMeta;

/** One letter, before it goes. */
export default function LetterRoute() {
  const {heading, ...page} = useLoaderData<typeof loader>();
  return <LetterForm {...page} title={heading} answer={useActionData<typeof action>()} />;
}
