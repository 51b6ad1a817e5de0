import type {ListingCard} from '../../../search/document-schema.ts';
import {phoneView, type PhoneView} from '../../components/listing/contact-view.ts';
import {describeTimes} from '../../components/results/describe-times.ts';
import {mailTo} from '../../components/listing/listing-view.ts';
import type {QrSquares} from '../../components/listing/qr-code.tsx';
import {cardView, type CardView} from '../../components/results/card-view.ts';
import {SHORTLIST_LIMIT} from '../../http/shortlist-cookie.server.ts';
import type {ServerText} from '../../i18n/en-server.ts';
import {qrSquares} from '../services.listing/qr-squares.server.ts';

/** A card with what one needs on paper: all times, the whole address, the phone number. */
export interface ShortlistItem extends CardView {
  times: string[];
  places: string[];
  phone: PhoneView | null;
}

export interface ShortlistView {
  title: string;
  description: string;
  isIndexed: false;
  items: ShortlistItem[];
  isShared: boolean;
  /** Of a shared list: everything on it is on the visitor's own list too. */
  isKept: boolean;
  numbers: number[];
  /** Said before the list: what has gone, or that no more fits. */
  notices: string[];
  shareAddress: string;
  shareByMail: string;
  printedFrom: string;
  qr: QrSquares | null;
}

interface Seen {
  numbers: number[];
  own: number[];
  isShared: boolean;
  isFull: boolean;
  cards: ListingCard[];
  /** 'https://help.example' */
  site: string;
  today: string;
  text: ServerText;
}

/** More names than this make a letter that some mail programs cut. */
const NAMES_IN_MAIL = 15;

/** The list in words. */
export function shortlistView({numbers, own, isShared, isFull, cards, site, today, text}: Seen): ShortlistView {
  const words = text.shortlistWords;
  const found = cards.map(({number}) => number);
  const shareAddress = `${site}/shortlist?s=${found.join(',')}`;
  const missing = numbers.length - cards.length;
  const names = cards.slice(0, NAMES_IN_MAIL).map(({name}) => name);
  return {
    title: isShared ? words.sharedTitle : words.title,
    description: words.description,
    isIndexed: false,
    items: cards.map((card) => itemView(card, today, text)),
    isShared,
    isKept: isShared && found.every((number) => own.includes(number)),
    numbers: found,
    notices: [...(isFull ? [words.full(SHORTLIST_LIMIT)] : []), ...(missing > 0 ? [words.missing(missing)] : [])],
    shareAddress,
    shareByMail: mailTo(words.mailSubject, words.mailBody(names, shareAddress)),
    printedFrom: words.printedFrom(site.replace(/^https?:\/\//, '')),
    qr: cards.length > 0 ? qrSquares(shareAddress) : null,
  };
}

function itemView(card: ListingCard, today: string, text: ServerText): ShortlistItem {
  const phone = {number: card.phone ?? '', extension: null, type: null, description: null, languages: []};
  return {
    ...cardView(card, {place: null, today, text}),
    times: describeTimes(card.times, text),
    places: card.points.map(({venue, town, postcode}) => [venue, town, postcode].filter(Boolean).join(', ')),
    phone: card.phone ? phoneView(phone, text.listingWords) : null,
  };
}
