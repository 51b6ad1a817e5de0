import type {CalendarDate} from '../../domain/dates/calendar-date.ts';
import type {Listing} from '../../domain/directory/listing-schema.ts';
import type {ServerText} from '../../i18n/en-server.ts';
import {namedIn} from '../../i18n/term-names.ts';

type Words = ServerText['listingWords'];

/** A listing that nobody has looked at for longer than this may be wrong, and says so. */
const STALE_DAYS = 365;

/** What it costs, line by line, and how it may be paid. */
export function costLines(listing: Listing, today: CalendarDate, words: Words): string[] {
  const lines = listing.costs.map(({amount, currency, description, option, validFrom, validTo}) => {
    const price = amount === null ? null : amount === 0 ? words.free : words.money(amount, currency);
    const priced = price && description ? words.priceWith(price, description) : (price ?? description);
    const line = option && priced ? words.priceFor(option, priced) : (priced ?? option ?? '');
    const ending = validTo ? words.endsOn(line, words.date(validTo)) : line;
    return validFrom && validFrom > today ? words.startsOn(ending, words.date(validFrom)) : ending;
  });
  const known = [...new Set(lines.filter(Boolean))];
  const fees = listing.feesDescription?.trim();
  if (fees) known.push(fees);
  return [
    ...(known.length > 0 ? known : [words.unknownCost]),
    ...(listing.acceptsPersonalBudget ? [words.personalBudget] : []),
    ...(listing.acceptsDirectPayment ? [words.directPayment] : []),
  ];
}

/** Ages and whom it is meant for; nothing when nobody said. */
export function whoLines(listing: Listing, {listingWords: words, terms}: ServerText): string[] {
  const hasAges = listing.minimumAge !== null || listing.maximumAge !== null;
  const meantFor = namedIn(terms.audience, listing.audiences).map(({name}) => name);
  return [
    ...(hasAges ? [words.ages(listing.minimumAge, listing.maximumAge)] : []),
    // Each name begins like a heading: between commas and an 'and' they would stand like names of people.
    ...(meantFor.length > 0 ? [words.meantFor(meantFor.join('; '))] : []),
  ];
}

/** Who may ask, and whether there is room. How to join comes in the publisher's words. */
export function joiningLines(listing: Listing, words: Words): string[] {
  const space = words.space[listing.space];
  // What was heard since goes before what the listing explains.
  const note = listing.spaceHeardOn
    ? words.spaceHeard(words.date(listing.spaceHeardOn))
    : (listing.spaceNote?.replace(/([^.!?])$/, '$1.') ?? null);
  return [
    ...(listing.acceptsSelfReferral ? [words.askYourself] : []),
    ...(listing.acceptsProfessionalReferral
      ? [listing.acceptsSelfReferral === false ? words.mustBeReferred : words.beReferred]
      : []),
    ...([space, note].some(Boolean) ? [[space, note].filter(Boolean).join(' ')] : []),
  ];
}

/** When it was last checked and by whom, with a warning when that is long ago or never was. */
export function checkedView({checkedOn, checkedBy}: Listing, today: CalendarDate, words: Words) {
  if (!checkedOn)
    return {words: `${words.neverCheckedTitle}.`, warning: {title: words.neverCheckedTitle, words: words.neverChecked}};
  const days = (Date.parse(today) - Date.parse(checkedOn)) / 86_400_000;
  return {
    words: words.checked(words.date(checkedOn), checkedBy),
    warning: days > STALE_DAYS ? {title: words.staleTitle, words: words.stale} : null,
  };
}
