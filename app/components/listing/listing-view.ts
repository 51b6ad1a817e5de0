import type {CalendarDate, ClockTime} from '../../domain/dates/calendar-date.ts';
import type {Listing} from '../../domain/directory/listing-schema.ts';
import type {ServerText} from '../../i18n/en-server.ts';
import {contactView, emailView, websiteView, type ContactView, type LinkView} from './contact-view.ts';
import {checkedView, costLines, joiningLines, whoLines} from './joining-view.ts';
import {readPlainText, type TextBlock} from './plain-text.ts';
import {whenView, type WhenView} from './when-view.ts';
import {accessView, whereView, type AccessView, type WhereView} from './where-view.ts';

/** A listing as its page shows it: words only, so that the page needs no code to put them together. */
export interface ListingView {
  number: number;
  path: string;
  /** The whole address, for sharing. */
  address: string;
  name: string;
  by: string | null;
  types: string[];
  summary: string | null;
  about: TextBlock[];
  /** 'Has space', 'Full just now' … */
  space: string | null;
  /** What must be known first: closed for now, a word from the publisher, or that nobody has checked it for long. */
  alerts: {title: string | null; blocks: TextBlock[]; lang?: string}[];
  when: WhenView;
  where: WhereView;
  cost: string[];
  who: string[];
  joining: {lines: string[]; how: TextBlock[]; isFull: boolean; ask: {href: string; words: string}};
  access: AccessView[];
  languages: string[];
  contact: ContactView;
  organisation: {
    title: string;
    about: TextBlock[];
    website: LinkView | null;
    email: LinkView | null;
    numbers: string[];
  } | null;
  funding: string[];
  accreditations: TextBlock[];
  needs: LinkView[];
  checked: string;
  source: string[];
  shareByMail: string;
}

interface Seen {
  address: string;
  now: {date: CalendarDate; time: ClockTime};
  text: ServerText;
}

/** Puts everything known of a listing into words. */
export function listingView(listing: Listing, {address, now, text}: Seen): ListingView {
  const words = text.listingWords;
  const summary = listing.summary?.trim() || null;
  const checked = checkedView(listing, now.date, words);
  return {
    number: listing.number,
    path: `/services/${listing.slug}`,
    address,
    name: listing.name,
    by: listing.organisation?.name && listing.organisation.name !== listing.name ? listing.organisation.name : null,
    types: [...new Set([...listing.types.map(({name}) => name), ...listing.otherTerms.map(({name}) => name)])],
    summary,
    // Some publishers give the same words twice.
    about: listing.description?.trim() === summary ? [] : readPlainText(listing.description),
    space: listing.isTemporarilyClosed ? null : text.cardWords.space[listing.space],
    alerts: alertsOf(listing, checked.warning, words),
    when: whenView(listing, now, text),
    where: whereView(listing, text),
    cost: costLines(listing, now.date, words),
    who: whoLines(listing, text),
    joining: {
      lines: joiningLines(listing, words),
      how: readPlainText(listing.howToJoin),
      isFull: listing.space === 'full' || listing.space === 'waiting-list',
      ask: {href: `/refer?service=${listing.slug}`, words: words.askToJoin},
    },
    access: listing.access.map((feature) => accessView(feature, text.terms.access)),
    languages: listing.languages.map(({code, name: typed, note}) => {
      const name = (code && text.terms.language[code]) ?? typed;
      return note ? `${name} (${note})` : name;
    }),
    contact: contactView(listing, words),
    organisation: organisationOf(listing, words),
    funding: listing.funding,
    accreditations: readPlainText(listing.accreditations),
    needs: listing.needs.map(({key, name}) => ({href: `/search?need=${key}`, words: text.terms.need[key] ?? name})),
    checked: checked.words,
    source: sourceOf(listing, words),
    shareByMail: mailTo(words.mailSubject(listing.name), words.mailBody(listing.name, address)),
  };
}

/** A link that opens a new letter in the visitor's own mail program. */
export function mailTo(subject: string, body: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, '\r\n'))}`;
}

function alertsOf(
  {isTemporarilyClosed, alert}: Listing,
  warning: {title: string; words: string} | null,
  words: ServerText['listingWords'],
): ListingView['alerts'] {
  return [
    ...(isTemporarilyClosed ? [{title: words.closedForNow, blocks: readPlainText(words.closedForNowAdvice)}] : []),
    ...(alert?.trim() ? [{title: null, blocks: readPlainText(alert), lang: 'en'}] : []),
    ...(warning ? [{title: warning.title, blocks: readPlainText(warning.words)}] : []),
  ];
}

const NUMBERED = {'GB-CHC': 'charityNumber', 'GB-COH': 'companyNumber'} as const;

/** Nothing when there is no more to say than the name, which stands at the top. */
function organisationOf(
  {organisation, email, url}: Listing,
  words: ServerText['listingWords'],
): ListingView['organisation'] {
  if (!organisation) return null;
  const about = readPlainText(organisation.description);
  const website = organisation.website === url ? null : websiteView(organisation.website);
  const ownEmail = organisation.email && organisation.email !== email && email ? emailView(organisation.email) : null;
  const numbers = organisation.identifiers.map(({type, identifier}) =>
    type in NUMBERED ? `${words[NUMBERED[type as keyof typeof NUMBERED]]}: ${identifier}` : `${type}: ${identifier}`,
  );
  if (about.length === 0 && !website && !ownEmail && numbers.length === 0) return null;
  return {title: words.aboutOrganisation(organisation.name), about, website, email: ownEmail, numbers};
}

function sourceOf({source}: Listing, words: ServerText['listingWords']): string[] {
  if (!source) return [];
  if (source.isDemonstration) return [words.madeUp];
  return [source.licence ? words.sourceLicence(source.name, source.licence) : words.source(source.name)];
}
