import type {ServerText} from '../en-server.ts';
import type {PartialText} from '../partial-text.ts';

const day = new Intl.DateTimeFormat('cy', {weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC'});
const date = new Intl.DateTimeFormat('cy', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
const either = new Intl.ListFormat('cy', {type: 'disjunction'});
const both = new Intl.ListFormat('cy', {type: 'conjunction'});

const HOLIDAYS: Record<string, string> = {
  'new-year': 'Dydd Calan',
  'second-january': 'y Flwyddyn Newydd',
  'st-patrick': 'Gŵyl San Padrig',
  'good-friday': 'Gwener y Groglith',
  'easter-monday': 'Llun y Pasg',
  'early-may': 'gŵyl banc Calan Mai',
  spring: 'gŵyl banc y gwanwyn',
  boyne: 'y Deuddegfed',
  summer: 'gŵyl banc yr haf',
  'st-andrew': 'Gŵyl Sant Andreas',
  christmas: 'Dydd Nadolig',
  'boxing-day': 'Gŵyl San Steffan',
  extra: 'gŵyl banc ychwanegol',
};

/** What is known of a listing, in Welsh. Days are 'YYYY-MM-DD'. */
export const listingWords: PartialText<ServerText['listingWords']> = {
  goneTitle: 'Mae hwn wedi dod i ben',
  gone: (name) => `Nid yw ${name} ar Fingerpost mwyach. Efallai ei fod wedi cau neu wedi newid ei enw.`,
  missingTitle: 'Ni allwn ddod o hyd i’r dudalen honno',
  missing: 'Efallai ei bod wedi symud, neu fod camgymeriad bach yn y cyfeiriad.',
  lookAgain: 'Chwilio am rywbeth arall',
  askToJoin: 'Fyddai’n well gennych beidio â mynd ar eich pen eich hun? Gofynnwch am help i ymuno â hwn',
  list: (parts) => both.format(parts),
  day: (when) => day.format(new Date(when)),
  date: (when) => date.format(new Date(when)),
  today: (words) => `Heddiw, ${words}`,
  tomorrow: (words) => `Yfory, ${words}`,
  atPlace: (words, place) => `${words}, lle: ${place}`,
  holiday: (name, isSubstitute) => {
    const words = HOLIDAYS[name] ?? name;
    return isSubstitute ? `gŵyl banc ar gyfer ${words}` : words;
  },
  closed: (days) => `Nid ar: ${either.format(days)}.`,
  closedDay: (words, holiday) => `${words} (${holiday})`,
  openOnHolidays: 'Ar agor ar wyliau banc hefyd.',
  startsOn: (words, start) => `O ${start}: ${words}`,
  endsOn: (words, end) => `${words}, tan ${end}`,
  askWhichWeeks: 'Gofynnwch ym mha wythnosau y mae.',
  unknownTimes: 'Nid ydym yn gwybod y diwrnodau a’r amserau eto.',

  nextDates: 'Dyddiadau nesaf',
  nextOpen: 'Ar agor nesaf',
  placesCount: (count) => `Mae’n digwydd mewn mwy nag un lle (${count}).`,
  morePlaces: (count) => (count === 1 ? 'Dangos 1 lle arall' : `Dangos ${count} lle arall`),
  accessAt: (place) => `Lle: ${place}`,
  aboutOrganisation: (name) => `Am ${name}`,

  how: {
    'in-person': 'Gofynnwch ble mae e pan fyddwch yn cysylltu.',
    'at-home': 'Maen nhw’n dod atoch chi gartref.',
    online: 'Mae’n digwydd ar-lein.',
    phone: 'Mae’n digwydd dros y ffôn.',
  },
  alsoHow: (ways) =>
    `Mae’n digwydd hefyd: ${both.format(ways.map((way) => ({'at-home': 'yng nghartrefi pobl', online: 'ar-lein', phone: 'dros y ffôn'})[way]))}.`,
  covers: (areas) => `Ar gyfer pobl yn yr ardaloedd hyn: ${areas}.`,

  free: 'Am ddim',
  money: (amount, currency) =>
    new Intl.NumberFormat('cy', {
      style: 'currency',
      currency,
      minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    }).format(amount),
  priceFor: (who, price) => `${who.charAt(0).toUpperCase()}${who.slice(1)}: ${price}`,
  priceWith: (price, more) => `${price}, ${more}`,
  unknownCost: 'Nid ydym yn gwybod faint mae’n ei gostio eto.',
  personalBudget: 'Gallwch dalu â chyllideb bersonol.',
  directPayment: 'Gallwch dalu â thaliadau uniongyrchol.',

  ages: (from, to) => {
    if (from !== null && to !== null) return from === to ? `Oedran: ${from}` : `Oedran: ${from} i ${to}`;
    if (from !== null) return from === 0 ? 'Pob oedran' : `Oedran: ${from} a throsodd`;
    return `Oedran: hyd at ${to}`;
  },
  meantFor: (people) => `Wedi’i fwriadu ar gyfer: ${people}`,

  askYourself: 'Gallwch ofyn am hwn eich hun.',
  beReferred: 'Gall rhywun sy’n gweithio gyda chi, fel eich meddygfa neu weithiwr cymdeithasol, ofyn ar eich rhan.',
  mustBeReferred:
    'Mae’n rhaid i rywun sy’n gweithio gyda chi, fel eich meddygfa neu weithiwr cymdeithasol, ofyn ar eich rhan.',
  space: {
    open: 'Mae lle nawr.',
    limited: 'Mae ychydig leoedd ar ôl.',
    'waiting-list': 'Mae rhestr aros.',
    full: 'Mae’n llawn ar hyn o bryd.',
  },
  spaceHeard: (when) => `Dywedon nhw hynny: ${when}.`,

  phoneTypes: {
    fax: 'Ffacs',
    sms: 'Neges destun',
    text: 'Neges destun',
    cell: 'Ffôn symudol',
    mobile: 'Ffôn symudol',
    textphone: 'Ffôn testun',
    video: 'Galwad fideo',
    pager: 'Peiriant galw',
  },
  extension: (number, extension) => `${number}, estyniad ${extension}`,
  spokenThere: (languages) => `Ieithoedd a siaredir: ${languages}`,
  charityNumber: 'Rhif elusen',
  companyNumber: 'Rhif cwmni',

  staleTitle: 'Heb ei wirio ers dros flwyddyn',
  neverCheckedTitle: 'Heb ei wirio eto',
  checked: (when, by) => `Gwiriwyd ddiwethaf: ${when}${by ? ` (${by})` : ''}.`,
  stale: 'Efallai fod rhywfaint o hyn wedi newid. Cysylltwch cyn mynd.',
  neverChecked: 'Gall rhywfaint o hyn fod yn anghywir. Cysylltwch cyn mynd.',
  closedForNow: 'Ar gau am y tro',
  closedForNowAdvice: 'Mae’n gobeithio agor eto. Cysylltwch i ofyn pryd.',

  otherPlaces: (count) => (count === 1 ? 'ac 1 lle arall' : `a ${count} lle arall`),
  moreOnline: (address) => `${address} – mae mwy ar y dudalen we`,
  source: (name) => `Daw’r manylion hyn o ${name}.`,
  sourceLicence: (name, licence) => `Daw’r manylion hyn o ${name}, o dan y drwydded ${licence}.`,
  madeUp: 'Enghraifft yw hon. Mae’r grŵp, y bobl a’r manylion cyswllt wedi’u dyfeisio.',

  mailSubject: (name) => `Gwelais hwn ar Fingerpost: ${name}`,
  mailBody: (name, address) => `Roeddwn i’n meddwl y gallai hwn fod yn ddefnyddiol:\n\n${name}\n${address}\n`,
  calendarNote: (address) => `Gwiriwch cyn mynd: ${address}`,
};
