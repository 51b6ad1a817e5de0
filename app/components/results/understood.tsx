import {useText} from '../../i18n/text-context.tsx';

interface UnderstoodProps {
  needs: {name: string; href: string}[];
  hasPlace: boolean;
  /** Said when distances can only be rough. */
  placeNote: string | null;
  isDegraded: boolean;
}

/** What the site made of the words, so that a person can put it right. */
export function Understood({needs, hasPlace, placeNote, isDegraded}: UnderstoodProps) {
  const {search} = useText();
  return (
    <div className="understood">
      {isDegraded && <p className="understood__notice">{search.degraded}</p>}
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
