import type {ReactNode} from 'react';
import {useText} from '../../i18n/text-context.tsx';
import type {ListingView} from './listing-view.ts';
import type {TextBlock} from './plain-text.ts';
import {PrintButton} from './print-button.tsx';
import {Prose} from './prose.tsx';
import {QrCode, type QrSquares} from './qr-code.tsx';

/** What fits on one page of A4 beside everything else; the rest is behind the code at the top. */
const FITS = {letters: 900, places: 2, dates: 5};

/** A listing on paper: one page, or in large print as many as it takes. */
export function PrintSheet({view, qr, isLarge}: {view: ListingView; qr: QrSquares; isLarge: boolean}) {
  const {listing} = useText();
  const words = listing.printSheet;
  const about = isLarge ? view.about : shorten(view.about, FITS.letters);
  const places = isLarge ? view.where.places : view.where.places.slice(0, FITS.places);
  const hasMore = about !== view.about || places.length < view.where.places.length;
  const {contact} = view;
  const people = contact.people.map((person) =>
    [person.words, ...person.phones.map((phone) => phone.words), person.email?.words].filter(Boolean).join(', '),
  );
  return (
    <div className={isLarge ? 'page__inner print-page print-page--large' : 'page__inner print-page'}>
      <div className="print-page__tools">
        <p className="back">
          <a href={view.path}>{words.back}</a>
        </p>
        <nav className="print-page__sizes" aria-label={words.size}>
          <a href={`${view.path}/print`} aria-current={isLarge ? undefined : 'page'}>
            {words.standard}
          </a>
          <a href={`${view.path}/print?size=large`} aria-current={isLarge ? 'page' : undefined}>
            {words.large}
          </a>
        </nav>
        <PrintButton label={words.print} without={words.howToPrint} />
      </div>
      <article className={isLarge ? 'sheet sheet--large' : 'sheet'}>
        <header className="sheet__head">
          <div>
            <h1 className="sheet__name">{view.name}</h1>
            {view.by && (
              <p>
                {listing.by} {view.by}
              </p>
            )}
            {view.summary && <p className="sheet__summary">{view.summary}</p>}
          </div>
          <div className="sheet__code">
            <QrCode squares={qr} label={words.scan} />
            <p>{words.scan}</p>
          </div>
        </header>
        {view.alerts.map((alert, index) => (
          <div key={index} className="sheet__alert">
            {alert.title && <strong>{alert.title}</strong>}
            <Prose blocks={alert.blocks} />
          </div>
        ))}
        <Prose blocks={about} />
        <dl className="sheet__facts">
          <Fact
            name={listing.contact}
            lines={[
              ...contact.phones.map(({words: number, note}) => (note ? `${number} (${note})` : number)),
              ...contact.emails.map((email) => email.words),
              ...contact.websites.map((site) => site.words),
              ...people,
            ]}
          />
          <Fact name={listing.when} lines={[...view.when.lines, ...view.when.notes]} />
          <Fact
            name={view.when.isMostDays ? listing.nextOpen : listing.nextDates}
            lines={[...view.when.next.slice(0, FITS.dates).map((date) => date.words), view.when.closures]}
          />
          <Fact
            name={listing.where}
            lines={[...places.map((place) => [place.name, ...place.lines].join(', ')), ...view.where.lines]}
          />
          <Fact name={listing.cost} lines={view.cost} />
          <Fact name={listing.who} lines={view.who} />
          <Fact name={listing.joining} lines={view.joining.lines}>
            <Prose blocks={isLarge ? view.joining.how : shorten(view.joining.how, FITS.letters / 3)} />
          </Fact>
          <Fact
            name={listing.access}
            lines={[
              [...new Set([...view.access, ...places.flatMap(({access}) => access)].map(({name}) => name))].join(', '),
            ]}
          />
          <Fact name={listing.languages} lines={[view.languages.join(', ')]} />
          <Fact name={listing.checked} lines={[view.checked, ...view.source]} />
        </dl>
        <footer className="sheet__foot">
          <p>
            {view.address}
            {hasMore && ` – ${words.more}`}
          </p>
        </footer>
      </article>
    </div>
  );
}

function Fact({name, lines, children}: {name: string; lines: (string | null)[]; children?: ReactNode}) {
  const known = lines.filter(Boolean);
  if (known.length === 0 && !children) return null;
  return (
    <div className="sheet__fact">
      <dt>{name}</dt>
      <dd>
        {children}
        {known.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </dd>
    </div>
  );
}

/** Whole paragraphs while they fit, at least the first one cut at a word. The same list when nothing had to go. */
function shorten(blocks: TextBlock[], letters: number): TextBlock[] {
  const sizes = blocks.map((block) => lengthOf(block));
  let room = letters;
  const kept = blocks.filter((_, index) => (room -= sizes[index] ?? 0) >= 0);
  if (kept.length === blocks.length) return blocks;
  return kept.length > 0 ? kept : cutFirst(blocks, letters);
}

function lengthOf(block: TextBlock): number {
  const parts = block.kind === 'paragraph' ? block.parts : block.items.flat();
  return parts.reduce((length, part) => length + (typeof part === 'string' ? part : part.words).length, 0);
}

function cutFirst([first]: TextBlock[], letters: number): TextBlock[] {
  if (!first) return [];
  const parts = first.kind === 'paragraph' ? first.parts : first.items.flat();
  const words = parts.map((part) => (typeof part === 'string' ? part : part.words)).join('');
  return [{kind: 'paragraph', parts: [`${words.slice(0, letters).replace(/\s+\S*$/, '')} …`]}];
}
