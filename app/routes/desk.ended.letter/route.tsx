import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import styles from '../../components/letters/letters.scss?url';
import {withReferences} from '../../components/letters/with-references.tsx';
import {PrintButton} from '../../components/listing/print-button.tsx';
import {letterOf} from '../../domain/calls/letter.server.ts';
import {dayInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {asker, idOf, missing} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.ended'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const letter = await letterOf(context.sql, asker(context), idOf(params.id));
  if (!letter) throw missing();
  const {closingText, partnerName, closedAt, reference} = letter;
  return {
    title: 'A letter',
    isIndexed: false,
    id: idOf(params.id),
    isLarge: new URL(request.url).searchParams.get('size') === 'large',
    letter: {closingText, partnerName, reference, day: dayInWords(closedAt)},
  };
}

export const meta = pageMeta;

/** What was given in a call, on paper. It names nobody: whoever opens it may be somebody else. */
export default function Letter() {
  const {id, isLarge, letter} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner letter">
      <div className="letter__ways">
        <BackLink href={`/desk/ended/${id}`}>The call</BackLink>
        <PrintButton label="Print this letter" without="Use the print key of your browser." />
        <a href={isLarge ? '?' : '?size=large'}>{isLarge ? 'Usual print' : 'Large print'}</a>
      </div>
      <article className={isLarge ? 'letter__sheet letter__sheet--large' : 'letter__sheet'}>
        <p className="letter__from">{letter.partnerName}</p>
        <p>{letter.day}</p>
        <h1 className="letter__title">What we talked about, and where to go next</h1>
        {letter.closingText.split('\n\n').map((paragraph, place) => (
          <p key={place} className="letter__paragraph">
            {withReferences(paragraph)}
          </p>
        ))}
        <p className="letter__foot">If you ring us again, this helps us find it: {withReferences(letter.reference)}.</p>
      </article>
    </div>
  );
}
