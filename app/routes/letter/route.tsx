import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {LetterSheet} from '../../components/letters/letter-sheet.tsx';
import styles from '../../components/letters/letters.scss?url';
import {LinkGone} from '../../components/shell/link-gone.tsx';
import {openLetter} from '../../domain/letters/letters.server.ts';
import {localeOf} from '../../http/locale.server.ts';
import {dayInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {textFor} from '../../i18n/catalogue.server.ts';

export const handle = {door: 'answer'};
export const links = () => [{rel: 'stylesheet', href: styles}];

// The address holds the secret of the link, which must not travel on to any other page.
export const headers = () => ({'Referrer-Policy': 'strict-origin', 'Cache-Control': 'no-store'});

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const {goneTitle, toPrint, letter: words} = textFor(localeOf(request)).ownLinks;
  const {title, gone, inEnglish, prints} = words;
  const letter = await openLetter(context, params.token ?? '');
  return {
    title,
    isIndexed: false,
    isLarge: new URL(request.url).searchParams.get('size') === 'large',
    words: {title, gone, goneTitle, inEnglish, prints, toPrint},
    letter: letter && {
      ...{partnerName: letter.partnerName, toName: letter.toName, toAddress: letter.toAddress, body: letter.body},
      day: dayInWords(letter.sentAt),
    },
  };
}

export const meta = pageMeta;

/** A letter, by the private link that was sent to whoever it is for. */
export default function OwnLetter() {
  const {letter, isLarge, words} = useLoaderData<typeof loader>();
  if (!letter) return <LinkGone title={words.goneTitle} words={words.gone} />;
  return (
    <div className="page__inner letter">
      <div className="letter__ways">
        <h1>{words.title}</h1>
        <a href={isLarge ? '?' : '?size=large'}>{isLarge ? words.prints.usual : words.prints.large}</a>
      </div>
      {words.inEnglish && <p className="letter__note">{words.inEnglish}</p>}
      <LetterSheet letter={letter} isLarge={isLarge} />
      <p className="letter__note">{words.toPrint}</p>
    </div>
  );
}
