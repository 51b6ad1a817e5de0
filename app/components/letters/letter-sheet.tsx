import {withReferences} from './with-references.tsx';

export interface SheetLetter {
  partnerName: string;
  day: string;
  toName: string;
  toAddress: string | null;
  body: string;
}

/** A letter as it looks on paper. It is English, whatever language the page round it speaks. */
export function LetterSheet({letter, isLarge = false}: {letter: SheetLetter; isLarge?: boolean}) {
  return (
    <article lang="en" className={isLarge ? 'letter__sheet letter__sheet--large' : 'letter__sheet'}>
      <p className="letter__from">{letter.partnerName}</p>
      <p className="letter__to">{[letter.toName, letter.toAddress].filter(Boolean).join('\n')}</p>
      <p>{letter.day}</p>
      {letter.body.split('\n\n').map((paragraph, place) => (
        <p key={place} className="letter__paragraph">
          {withReferences(paragraph)}
        </p>
      ))}
    </article>
  );
}
