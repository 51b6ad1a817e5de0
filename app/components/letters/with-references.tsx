import type {ReactNode} from 'react';

/** A reference of ours or of whoever referred somebody, such as W-7KM-4QCD: capitals and figures with hyphens. */
const REFERENCE = /\b([A-Z]{1,3}(?:-[0-9A-Z]{2,8}){1,3})\b/;

/** Words in which no line ends in the middle of a reference: it is read out over the telephone. */
export function withReferences(words: string): ReactNode {
  // Every second piece is what the brackets of the pattern found.
  return words.split(REFERENCE).map((piece, place) =>
    place % 2 === 1 ? (
      <span key={place} className="letter__reference">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
