import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import styles from '../../components/letters/letters.scss?url';
import {LETTER_KINDS} from '../../domain/letters/letter-words.ts';
import {getCaseLetters} from '../../domain/letters/letters.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {asker, idOf, missing} from '../people.record/people-request.server.ts';

export const handle = {door: 'cases.letters'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({params, context}: LoaderFunctionArgs) {
  const found = await getCaseLetters(context.sql, asker(context), idOf(params.id));
  if (!found) throw missing();
  const {header, letters} = found;
  return {
    title: 'Letters',
    isIndexed: false,
    mustKnow: found.mustKnow,
    caseId: header.id,
    reference: header.reference,
    isOwn: header.isOwn,
    letters: letters.map((letter) => ({
      id: letter.id,
      title: `${LETTER_KINDS[letter.kind].name}, number ${letter.number}`,
      says: [
        letter.toName,
        `${letter.how === 'email' ? 'sent by e-mail' : 'printed'} by ${letter.sentByName}`,
        momentInWords(letter.sentAt),
        letter.openedAt && `opened ${momentInWords(letter.openedAt)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  };
}

export const meta = pageMeta;

/** What was sent from a case, and what can be. */
export default function Letters() {
  const {caseId, reference, isOwn, letters} = useLoaderData<typeof loader>();
  const here = `/caseload/cases/${caseId}/letters`;
  return (
    <div className="page__inner">
      <BackLink href={`/caseload/cases/${caseId}`}>Case {reference}</BackLink>
      <h1>Letters</h1>
      {isOwn && (
        <>
          <p className="reading__lede">You can change every word before it goes. Nothing goes without their consent.</p>
          <ul className="tasks" role="list">
            {Object.entries(LETTER_KINDS).map(([kind, {name}]) => (
              <li key={kind} className="task">
                <h2 className="task__title">
                  <a href={`${here}/${kind}`}>{name}</a>
                </h2>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Sent</h2>
      {letters.length === 0 && <p>None yet.</p>}
      <ul className="letter-list" role="list">
        {letters.map(({id, title, says}) => (
          <li key={id}>
            <a href={`${here}/sent/${id}`}>{title}</a>
            <br />
            {says}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/caseload/cases/${caseId}/fhir`}>A file for another system (FHIR)</a>
      </p>
    </div>
  );
}
