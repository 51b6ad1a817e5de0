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
  unknownPlace: unknown;
  /** Said when distances can only be rough. */
  placeNote: string | null;
  isDegraded: boolean;
  /** Nothing that was typed can be read: another script, or no letters at all. */
  isUnread: boolean;
}

/** What the site made of the words, so that a person can put it right. */
export function Understood({
  mended,
  needs,
  namesakes,
  hasPlace,
  unknownPlace,
  placeNote,
  isDegraded,
  isUnread,
}: UnderstoodProps) {
  const {search} = useText();
  return (
    <div className="understood">
      {isDegraded && <p className="understood__notice">{search.degraded}</p>}
      {isUnread && <p className="understood__notice">{search.unread}</p>}
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
