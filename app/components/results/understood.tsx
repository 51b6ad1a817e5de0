import {useText} from '../../i18n/text-context.tsx';

interface UnderstoodProps {
  /** Words that were searched for in place of misspelt ones, and the way to those that were typed. */
  mended: {words: string; typed: string; typedHref: string} | null;
  needs: {name: string; href: string}[];
  hasPlace: boolean;
  /** A place was asked for that means nothing to us. */
  unknownPlace: unknown;
  /** Said when distances can only be rough. */
  placeNote: string | null;
  isDegraded: boolean;
}

/** What the site made of the words, so that a person can put it right. */
export function Understood({mended, needs, hasPlace, unknownPlace, placeNote, isDegraded}: UnderstoodProps) {
  const {search} = useText();
  return (
    <div className="understood">
      {isDegraded && <p className="understood__notice">{search.degraded}</p>}
      {mended && (
        <p>
          {search.mended} <strong>{search.quoted(mended.words)}</strong>.{' '}
          <a href={mended.typedHref}>
            {search.asTyped} {search.quoted(mended.typed)}
          </a>
        </p>
      )}
      {Boolean(unknownPlace) && <p>{search.anywhere}</p>}
      {hasPlace && (
        <p>
          {placeNote} <a href="#near">{search.changePlace}</a>
        </p>
      )}
      {needs.length > 0 && (
        <p>
          {search.understood}{' '}
          {needs.map(({name, href}, index) => (
            <span key={href}>
              {index > 0 && ', '}
              <a href={href}>{name}</a>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
