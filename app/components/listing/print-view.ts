import type {ServerText} from '../../i18n/en-server.ts';
import type {ListingView} from './listing-view.ts';
import type {TextBlock} from './plain-text.ts';

export interface PrintFact {
  name: string;
  blocks: TextBlock[];
  lines: string[];
}
/** A listing as it stands on paper. */
export interface PrintView {
  path: string;
  name: string;
  by: string | null;
  summary: string | null;
  alerts: ListingView['alerts'];
  about: TextBlock[];
  phones: string[];
  facts: PrintFact[];
  foot: string;
  /** So much even so that only smaller letters keep it on one page. */
  isTight: boolean;
}

/** How much of each is printed. What does not fit is behind the code at the top of the page. */
const ALL = {
  about: Infinity,
  join: Infinity,
  places: Infinity,
  times: Infinity,
  dates: 5,
  prices: Infinity,
  features: Infinity,
};
const LESS = {about: 900, join: 300, places: 3, times: 7, dates: 5, prices: 6, features: 14};
const LEAST = {about: 300, join: 150, places: 2, times: 5, dates: 3, prices: 4, features: 8};

/** A4 with our margins and letters of 10.5 points: so many lines, and so many letters in a line of each kind. */
const PAGE = {lines: 49, acrossPage: 95, besideName: 72, inName: 34};

/** Chooses what of a listing goes on paper: as much as one page takes, or in large print all, on as many pages as it needs. */
export function printView(view: ListingView, isLarge: boolean, text: ServerText): PrintView {
  const all = sheetWith(ALL, view, text);
  if (isLarge || linesOf(all) <= PAGE.lines) return all;
  const less = sheetWith(LESS, view, text);
  if (linesOf(less) <= PAGE.lines) return less;
  const least = sheetWith(LEAST, view, text);
  return {...least, isTight: linesOf(least) > PAGE.lines};
}

/** About how many lines it takes on paper. */
function linesOf({name, summary, phones, alerts, about, facts}: PrintView): number {
  const across = (words: string, width: number) => Math.ceil(words.length / width);
  const blocksIn = (blocks: TextBlock[], width: number) =>
    blocks.reduce((lines, block) => lines + across(wordsOf(block), width) + 0.4, 0);
  const head = 2 * across(name, PAGE.inName) + across(summary ?? '', 60) + 1.4 * phones.length + 3;
  const warnings = alerts.reduce((lines, alert) => lines + 2.5 + blocksIn(alert.blocks, PAGE.acrossPage), 0);
  const table = facts.reduce(
    (lines, fact) =>
      lines +
      0.8 +
      blocksIn(fact.blocks, PAGE.besideName) +
      fact.lines.reduce((sum, line) => sum + across(line, PAGE.besideName) + 0.1, 0),
    0,
  );
  return Math.max(head, 8) + warnings + blocksIn(about, PAGE.acrossPage) + table + 2;
}

function sheetWith(room: typeof ALL, view: ListingView, {listing, listingWords: words}: ServerText): PrintView {
  let isCut = false;
  const fitting = <T>(items: T[], most: number): T[] => {
    isCut ||= items.length > most;
    return items.slice(0, most);
  };
  const shortened = (blocks: TextBlock[], letters: number): TextBlock[] => {
    const short = shorten(blocks, letters);
    isCut ||= short !== blocks;
    return short;
  };
  const {contact, when, where} = view;
  const features = [...view.access, ...where.places.flatMap(({access}) => access)].map(({name}) => name);
  const fact = (name: string, lines: (string | null)[], blocks: TextBlock[] = []): PrintFact[] => {
    const known = lines.filter((line): line is string => Boolean(line));
    return known.length + blocks.length > 0 ? [{name, blocks, lines: known}] : [];
  };
  const about = shortened(view.about, room.about);
  const facts = [
    ...fact(listing.contact, [
      ...contact.emails.map((email) => email.words),
      ...contact.websites.map((website) => website.words),
      ...contact.people.map((person) =>
        [person.words, ...person.phones.map((phone) => phone.words), person.email?.words].filter(Boolean).join(', '),
      ),
    ]),
    ...fact(listing.when, [...fitting(when.lines, room.times), ...when.theirs, ...when.notes]),
    ...fact(when.nextTitle, [...when.next.slice(0, room.dates).map((next) => next.words), when.closures]),
    ...fact(listing.where, [
      ...fitting(where.places, room.places).map((place) => [place.name, ...place.lines].join(', ')),
      where.places.length > room.places ? words.otherPlaces(where.places.length - room.places) : null,
      ...where.lines,
    ]),
    ...fact(listing.cost, fitting(view.cost, room.prices)),
    ...fact(listing.who, view.who),
    ...fact(listing.joining, view.joining.lines, shortened(view.joining.how, room.join)),
    ...fact(listing.access, [fitting([...new Set(features)], room.features).join(', ')]),
    ...fact(listing.languages, [view.languages.join(', ')]),
    ...fact(listing.checked, [view.checked, ...view.source]),
  ];
  return {
    path: view.path,
    name: view.name,
    by: view.by,
    summary: view.summary,
    alerts: view.alerts,
    about,
    phones: contact.phones.map((phone) => (phone.note ? `${phone.words} (${phone.note})` : phone.words)),
    facts,
    isTight: false,
    foot: isCut ? words.moreOnline(view.address) : view.address,
  };
}

/** Whole paragraphs while they fit, at least the first one cut at a word. The same list when nothing had to go. */
export function shorten(blocks: TextBlock[], letters: number): TextBlock[] {
  let room = letters;
  const kept = blocks.filter((block) => (room -= wordsOf(block).length) >= 0);
  if (kept.length === blocks.length) return blocks;
  const [first] = blocks;
  if (kept.length > 0 || !first) return kept;
  return [
    {
      kind: 'paragraph',
      parts: [
        `${wordsOf(first)
          .slice(0, letters)
          .replace(/\s+\S*$/, '')} …`,
      ],
    },
  ];
}

function wordsOf(block: TextBlock): string {
  const lines = block.kind === 'paragraph' ? [block.parts] : block.items;
  return lines.map((parts) => parts.map((part) => (typeof part === 'string' ? part : part.words)).join('')).join('; ');
}
