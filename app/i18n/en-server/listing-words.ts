import type {Delivery, Space} from '../../../search/document-schema.ts';
import type {BankHolidayName} from '../../domain/dates/bank-holidays.ts';

const day = new Intl.DateTimeFormat('en-GB', {weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC'});
const date = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
const either = new Intl.ListFormat('en-GB', {type: 'disjunction'});
const both = new Intl.ListFormat('en-GB', {type: 'conjunction'});

const HOLIDAYS: Record<BankHolidayName, string> = {
  'new-year': 'New Year’s Day',
  'second-january': 'New Year',
  'st-patrick': 'St Patrick’s Day',
  'good-friday': 'Good Friday',
  'easter-monday': 'Easter Monday',
  'early-may': 'early May bank holiday',
  spring: 'spring bank holiday',
  boyne: 'the Twelfth',
  summer: 'summer bank holiday',
  'st-andrew': 'St Andrew’s Day',
  christmas: 'Christmas Day',
  'boxing-day': 'Boxing Day',
  extra: 'extra bank holiday',
};

/** What is known of a listing, in words. Days are 'YYYY-MM-DD'. */
export const listingWords = {
  goneTitle: 'This has stopped',
  gone: (name: string) => `${name} is no longer on Fingerpost. It may have closed or changed its name.`,
  missingTitle: 'We can’t find that page',
  missing: 'It may have moved, or the address may have a small mistake in it.',
  lookAgain: 'Look for something else',
  askToJoin: 'Would you rather not go alone? Ask for help to join this',
  list: (parts: string[]) => both.format(parts),
  day: (when: string) => day.format(new Date(when)).replace(',', ''),
  date: (when: string) => date.format(new Date(when)),
  today: (words: string) => `Today, ${words}`,
  tomorrow: (words: string) => `Tomorrow, ${words}`,
  atPlace: (words: string, place: string) => `${words}, at ${place}`,
  holiday: (name: BankHolidayName, isSubstitute: boolean) =>
    isSubstitute ? `bank holiday for ${HOLIDAYS[name]}` : HOLIDAYS[name],
  closed: (days: string[]) => `Not on ${either.format(days)}.`,
  closedDay: (words: string, holiday: string) => `${words} (${holiday})`,
  openOnHolidays: 'Open on bank holidays too.',
  startsOn: (words: string, start: string) => `From ${start}: ${words}`,
  endsOn: (words: string, end: string) => `${words}, until ${end}`,
  askWhichWeeks: 'Please ask which weeks it is on.',
  unknownTimes: 'We don’t know the days and times yet.',

  nextDates: 'Next dates',
  nextOpen: 'Next open',
  placesCount: (count: number) => `It happens at ${count} places.`,
  morePlaces: (count: number) => (count === 1 ? 'Show 1 more place' : `Show ${count} more places`),
  accessAt: (place: string) => `At ${place}`,
  aboutOrganisation: (name: string) => `About ${name}`,

  how: {
    'in-person': 'Ask where it is when you get in touch.',
    'at-home': 'They come to you at home.',
    online: 'It happens online.',
    phone: 'It happens by phone.',
  } satisfies Record<Delivery, string>,
  alsoHow: (ways: Exclude<Delivery, 'in-person'>[]) =>
    `It also happens ${both.format(ways.map((way) => ({'at-home': 'in people’s homes', online: 'online', phone: 'by phone'})[way]))}.`,
  covers: (areas: string) => `For people in ${areas}.`,

  free: 'Free',
  money: (amount: number, currency: string) =>
    new Intl.NumberFormat('en-GB', {
      style: 'currency',
      currency,
      minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    }).format(amount),
  priceFor: (who: string, price: string) => `${who.charAt(0).toUpperCase()}${who.slice(1)}: ${price}`,
  priceWith: (price: string, more: string) =>
    /^(per|an?|each|every)\b/i.test(more) ? `${price} ${more}` : `${price}, ${more}`,
  unknownCost: 'We don’t know what it costs yet.',
  personalBudget: 'You can pay with a personal budget.',
  directPayment: 'You can pay with direct payments.',

  ages: (from: number | null, to: number | null) => {
    if (from !== null && to !== null) return from === to ? `Age ${from}` : `Ages ${from} to ${to}`;
    if (from !== null) return from === 0 ? 'All ages' : `Age ${from} and over`;
    return `Up to age ${to}`;
  },
  meantFor: (people: string) => `Meant for: ${people}`,

  askYourself: 'You can ask for this yourself.',
  beReferred: 'Someone who works with you, such as your surgery or social worker, can ask for you.',
  mustBeReferred: 'Someone who works with you, such as your surgery or social worker, has to ask for you.',
  space: {
    open: 'It has space now.',
    limited: 'There are a few spaces left.',
    'waiting-list': 'There is a waiting list.',
    full: 'It is full just now.',
    unknown: null,
  } satisfies Record<Space, string | null>,

  /** They answered somebody who was passed on to them. */
  spaceHeard: (day: string) => `They said so on ${day}.`,

  phoneTypes: {
    fax: 'Fax',
    sms: 'Text message',
    text: 'Text message',
    cell: 'Mobile',
    mobile: 'Mobile',
    textphone: 'Textphone',
    video: 'Video call',
    pager: 'Pager',
  } as Record<string, string>,
  extension: (number: string, extension: string) => `${number}, extension ${extension}`,
  spokenThere: (languages: string) => `Spoken: ${languages}`,
  charityNumber: 'Charity number',
  companyNumber: 'Company number',

  staleTitle: 'Not checked for over a year',
  neverCheckedTitle: 'Not checked yet',
  checked: (when: string, by: string | null) => `Last checked on ${when}${by ? ` by ${by}` : ''}.`,
  stale: 'Some of this may have changed. Please get in touch before you go.',
  neverChecked: 'Some of this may be wrong. Please get in touch before you go.',
  closedForNow: 'Closed for now',
  closedForNowAdvice: 'It hopes to open again. Please get in touch to ask when.',

  otherPlaces: (count: number) => (count === 1 ? 'and 1 other place' : `and ${count} other places`),
  moreOnline: (address: string) => `${address} – there is more on the web page`,
  source: (name: string) => `These details come from ${name}.`,
  sourceLicence: (name: string, licence: string) => `These details come from ${name}, under the licence ${licence}.`,
  madeUp: 'This is an example. The group, the people and the contact details are made up.',

  mailSubject: (name: string) => `I found this on Fingerpost: ${name}`,
  mailBody: (name: string, address: string) => `I thought this might be useful:\n\n${name}\n${address}\n`,
  calendarNote: (address: string) => `Please check before you go: ${address}`,
};
