import {useText} from '../../i18n/text-context.tsx';

interface Link {
  name: string;
  href: string;
}

interface UnderstoodProps {
  /** Words that were searched for in place of misspelt ones, and the way to those that were typed. */
  mended: {words: string; typed: string; typedHref: string} | null;
  needs: Link[];
  /** Other places that are called the same. */
  namesakes: {title: string; links: Link[]} | null;
  hasPlace: boolean;
  /** A place was asked for that means nothing to us. */
  unknownPlace: {anywhere: string} | null;
  /** Said when distances can only be rough. */
  placeNote: string | null;
  /** What keeps the results from being as good as they should be. */
  notices: string[];
}

/** What the site made of the words, so that a person can put it right. */
export function Understood({mended, needs, namesakes, hasPlace, unknownPlace, placeNote, notices}: UnderstoodProps) {
  const {search} = useText();
  return (
    <div className="understood">
      {notices.map((notice) => (
        <p key={notice} className="understood__notice">
          {notice}
        </p>
      ))}
      {mended && (
        <p>
          {search.mended} <strong>{search.quoted(mended.words)}</strong>.{' '}
          <a href={mended.typedHref}>
            {search.asTyped} {search.quoted(mended.typed)}
          </a>
        </p>
      )}
      {unknownPlace && <p>{unknownPlace.anywhere}</p>}
      {hasPlace && (
        <p>
          {placeNote} <a href="#near">{search.changePlace}</a>
        </p>
      )}
      {namesakes && (
        <p>
          {namesakes.title} <Links links={namesakes.links} separator="; " />
        </p>
      )}
      {needs.length > 0 && (
        <p>
          {search.understood} <Links links={needs} separator=", " />
        </p>
      )}
    </div>
  );
}

function Links({links, separator}: {links: Link[]; separator: string}) {
  return links.map(({name, href}, index) => (
    <span key={href}>
      {index > 0 && separator}
      <a href={href}>{name}</a>
    </span>
  ));
}
