import {useText} from '../../i18n/text-context.tsx';

interface UnderstoodProps {
  needs: {name: string; href: string}[];
  hasPlace: boolean;
  /** A place was asked for that means nothing to us. */
  unknownPlace: unknown;
  /** Said when distances can only be rough. */
  placeNote: string | null;
  isDegraded: boolean;
}

/** What the site made of the words, so that a person can put it right. */
export function Understood({needs, hasPlace, unknownPlace, placeNote, isDegraded}: UnderstoodProps) {
  const {search} = useText();
  return (
    <div className="understood">
      {isDegraded && <p className="understood__notice">{search.degraded}</p>}
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
