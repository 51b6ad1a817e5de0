import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {LetterSheet} from '../../components/letters/letter-sheet.tsx';
import styles from '../../components/letters/letters.scss?url';
import {PrintButton} from '../../components/listing/print-button.tsx';
import {openLetter} from '../../domain/letters/letters.server.ts';
import {dayInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';

export const handle = {door: 'answer'};
export const links = () => [{rel: 'stylesheet', href: styles}];

// The address holds the secret of the link, which must not travel on to any other page.
export const headers = () => ({'Referrer-Policy': 'strict-origin', 'Cache-Control': 'no-store'});

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const letter = await openLetter(context, params.token ?? '');
  return {
    title: 'A letter for you',
    isIndexed: false,
    isLarge: new URL(request.url).searchParams.get('size') === 'large',
    letter: letter && {
      ...{partnerName: letter.partnerName, toName: letter.toName, toAddress: letter.toAddress, body: letter.body},
      day: dayInWords(letter.sentAt),
    },
  };
}

export const meta = pageMeta;

/** A letter, by the private link that was sent to whoever it is for. */
export default function OwnLetter() {
  const {letter, isLarge} = useLoaderData<typeof loader>();
  if (!letter) {
    return (
      <div className="reading">
        <h1>This link no longer works</h1>
        <p>Whoever wrote to you can send the letter again, or print it for you.</p>
      </div>
    );
  }
  return (
    <div className="page__inner letter">
      <div className="letter__ways">
        <h1>A letter for you</h1>
        <PrintButton label="Print this letter" without="Use the print key of your browser." />
        <a href={isLarge ? '?' : '?size=large'}>{isLarge ? 'Usual print' : 'Large print'}</a>
      </div>
      <LetterSheet letter={letter} isLarge={isLarge} />
    </div>
  );
}
