import type {Listing, ListingPhone} from '../../domain/directory/listing-schema.ts';
import type {ServerText} from '../../i18n/en-server.ts';
import {safeUrl} from './plain-text.ts';

type Words = ServerText['listingWords'];
export interface PhoneView {
  href: string;
  words: string;
  note: string | null;
}
export interface LinkView {
  href: string;
  words: string;
}
export interface ContactView {
  phones: PhoneView[];
  emails: LinkView[];
  websites: LinkView[];
  /** 'Priya, walk leader' with what reaches only them. */
  people: {words: string; phones: PhoneView[]; email: LinkView | null}[];
}

/** How to reach them. The organisation's own ways are offered where the service has none. */
export function contactView(listing: Listing, words: Words): ContactView {
  const {organisation} = listing;
  const ownPhones = [...listing.phones, ...listing.contacts.flatMap(({phones}) => phones)];
  const phones = ownPhones.length > 0 ? listing.phones : (organisation?.phones ?? []);
  const hasEmail = listing.email !== null || listing.contacts.some(({email}) => email);
  const emails = [hasEmail ? listing.email : organisation?.email].filter(
    (email) => email !== null && email !== undefined,
  );
  return {
    phones: phones.map((phone) => phoneView(phone, words)),
    emails: emails.map(emailView),
    websites: [listing.url ?? organisation?.website ?? null].flatMap((url) => websiteView(url) ?? []),
    people: listing.contacts.flatMap((contact) => {
      const who = [contact.name, contact.title, contact.department].filter(Boolean).join(', ');
      if (!who && contact.phones.length === 0 && !contact.email) return [];
      return {
        words: who,
        phones: contact.phones.map((phone) => phoneView(phone, words)),
        email: contact.email && contact.email !== listing.email ? emailView(contact.email) : null,
      };
    }),
  };
}

/** A number to press. The words stay as the publisher writes them; the link has only what can be dialled. */
export function phoneView({number, extension, type, description, languages}: ListingPhone, words: Words): PhoneView {
  const dialled = number.replace(/\(0\)/, '').replace(/(?!^\+)\D/g, '');
  const notes = [
    description ?? words.phoneTypes[type?.toLowerCase() ?? ''],
    languages.length > 0 ? words.spokenThere(words.list(languages)) : null,
  ];
  return {
    href: `tel:${dialled}${extension ? `;ext=${extension.replace(/\D/g, '')}` : ''}`,
    words: extension ? words.extension(number, extension) : number,
    note: notes.filter(Boolean).join('. ') || null,
  };
}

export const emailView = (email: string): LinkView => ({href: `mailto:${encodeURI(email)}`, words: email});

/** The address without what every address has, so that it fits and can be read out. */
export function websiteView(url: string | null): LinkView | null {
  const href = safeUrl(url);
  if (!href) return null;
  const words = href.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return {href, words: words.length > 60 ? new URL(href).host.replace(/^www\./, '') : words};
}
