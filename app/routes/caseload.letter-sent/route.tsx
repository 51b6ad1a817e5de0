import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {LetterSheet} from '../../components/letters/letter-sheet.tsx';
import styles from '../../components/letters/letters.scss?url';
import {PrintButton} from '../../components/listing/print-button.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {getLetter} from '../../domain/letters/letters.server.ts';
import {dayInWords, momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing} from '../people.record/people-request.server.ts';

export const handle = {door: 'cases.letters'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const id = idOf(params.id);
  const letter = await getLetter(context.sql, asker(context), id, idOf(params.letter));
  if (!letter) throw missing();
  const {partnerName, toName, toAddress, body, agreed, how, sentByName, sentAt} = letter;
  return {
    title: 'A letter',
    isIndexed: false,
    mustKnow: letter.mustKnow,
    caseId: id,
    isLarge: new URL(request.url).searchParams.get('size') === 'large',
    letter: {partnerName, toName, toAddress, body, day: dayInWords(sentAt)},
    kept: `${how === 'email' ? 'Sent by e-mail' : 'Kept to print'} by ${sentByName}, ${momentInWords(sentAt)}. ${agreed}.`,
    done: saidIn(request, 'done', {
      sent: how === 'email' ? 'The letter is on its way.' : 'The letter is kept. Print it now.',
    }),
  };
}

export const meta = pageMeta;

/** A letter as it was sent, to be read and printed. */
export default function SentLetterRoute() {
  const {caseId, isLarge, letter, kept, done} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner letter">
      <div className="letter__ways">
        <BackLink href={`/caseload/cases/${caseId}/letters`}>Letters</BackLink>
        <PrintButton label="Print this letter" without="Use the print key of your browser." />
        <a href={isLarge ? '?' : '?size=large'}>{isLarge ? 'Usual print' : 'Large print'}</a>
      </div>
      <div className="letter__kept">
        <DoneBanner words={done} />
        <h1>A letter, as it was sent</h1>
        <p>{kept}</p>
      </div>
      <LetterSheet letter={letter} isLarge={isLarge} />
    </div>
  );
}
