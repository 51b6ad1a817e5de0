import type {ServerText} from '../en-server.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

const day = new Intl.DateTimeFormat('pl', {weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC'});
const date = new Intl.DateTimeFormat('pl', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
const either = new Intl.ListFormat('pl', {type: 'disjunction'});
const both = new Intl.ListFormat('pl', {type: 'conjunction'});

const HOLIDAYS: Record<string, string> = {
  'new-year': 'Nowy Rok',
  'second-january': 'drugi dzień Nowego Roku',
  'st-patrick': 'Dzień Świętego Patryka',
  'good-friday': 'Wielki Piątek',
  'easter-monday': 'Poniedziałek Wielkanocny',
  'early-may': 'święto majowe',
  spring: 'święto wiosenne',
  boyne: 'Dwunasty Lipca',
  summer: 'święto letnie',
  'st-andrew': 'Dzień Świętego Andrzeja',
  christmas: 'Boże Narodzenie',
  'boxing-day': 'drugi dzień świąt Bożego Narodzenia',
  extra: 'dodatkowe święto',
};

/** What is known of a listing, in Polish. Days are 'YYYY-MM-DD'. */
export const listingWords: PartialText<ServerText['listingWords']> = {
  goneTitle: 'To już nie działa',
  gone: (name) => `${name} nie jest już na Fingerpost. Być może działalność się skończyła albo nazwa się zmieniła.`,
  missingTitle: 'Nie możemy znaleźć tej strony',
  missing: 'Mogła zostać przeniesiona albo w adresie jest mały błąd.',
  lookAgain: 'Poszukaj czegoś innego',
  askToJoin: 'Nie chcesz iść samotnie? Poproś o pomoc w dołączeniu',
  list: (parts) => both.format(parts),
  day: (when) => day.format(new Date(when)),
  date: (when) => date.format(new Date(when)),
  today: (words) => `Dzisiaj, ${words}`,
  tomorrow: (words) => `Jutro, ${words}`,
  atPlace: (words, place) => `${words}, miejsce: ${place}`,
  holiday: (name, isSubstitute) => {
    const words = HOLIDAYS[name] ?? name;
    return isSubstitute ? `dzień wolny za: ${words}` : words;
  },
  closed: (days) => `Nie odbywa się: ${either.format(days)}.`,
  closedDay: (words, holiday) => `${words} (${holiday})`,
  openOnHolidays: 'Czynne także w dni świąteczne.',
  startsOn: (words, start) => `Od ${start}: ${words}`,
  endsOn: (words, end) => `${words}, do ${end}`,
  askWhichWeeks: 'Zapytaj, w których tygodniach się odbywa.',
  unknownTimes: 'Nie znamy jeszcze dni i godzin.',

  nextDates: 'Najbliższe terminy',
  nextOpen: 'Najbliższe otwarcie',
  placesCount: (count) => `Odbywa się w kilku miejscach (${count}).`,
  morePlaces: (count) =>
    plural('pl', count, {
      one: 'Pokaż jeszcze # miejsce',
      few: 'Pokaż jeszcze # miejsca',
      many: 'Pokaż jeszcze # miejsc',
      other: 'Pokaż jeszcze # miejsca',
    }),
  accessAt: (place) => `Miejsce: ${place}`,
  aboutOrganisation: (name) => `O organizacji ${name}`,

  how: {
    'in-person': 'Zapytaj o miejsce, gdy się skontaktujesz.',
    'at-home': 'Ktoś przyjeżdża do Ciebie do domu.',
    online: 'Odbywa się przez internet.',
    phone: 'Odbywa się przez telefon.',
  },
  alsoHow: (ways) =>
    `Odbywa się też ${both.format(ways.map((way) => ({'at-home': 'u ludzi w domu', online: 'przez internet', phone: 'przez telefon'})[way]))}.`,
  covers: (areas) => `Dla osób z obszaru: ${areas}.`,

  free: 'Bezpłatnie',
  money: (amount, currency) =>
    new Intl.NumberFormat('en-GB', {
      style: 'currency',
      currency,
      minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    }).format(amount),
  priceFor: (who, price) => `${who.charAt(0).toUpperCase()}${who.slice(1)}: ${price}`,
  priceWith: (price, more) => `${price}, ${more}`,
  unknownCost: 'Nie wiemy jeszcze, ile to kosztuje.',
  personalBudget: 'Możesz zapłacić z budżetu osobistego.',
  directPayment: 'Możesz zapłacić płatnościami bezpośrednimi.',

  ages: (from, to) => {
    if (from !== null && to !== null) return from === to ? `Wiek: ${from}` : `Wiek: od ${from} do ${to}`;
    if (from !== null) return from === 0 ? 'W każdym wieku' : `Wiek: ${from} i więcej`;
    return `Wiek: do ${to}`;
  },
  meantFor: (people) => `Dla kogo: ${people}`,

  askYourself: 'Możesz zgłosić się bez skierowania.',
  beReferred: 'Może zgłosić Cię ktoś, kto z Tobą pracuje, na przykład przychodnia albo pracownik socjalny.',
  mustBeReferred: 'Musi zgłosić Cię ktoś, kto z Tobą pracuje, na przykład przychodnia albo pracownik socjalny.',
  space: {
    open: 'Są teraz miejsca.',
    limited: 'Zostało kilka miejsc.',
    'waiting-list': 'Jest lista oczekujących.',
    full: 'W tej chwili nie ma miejsc.',
  },
  spaceHeard: (when) => `Tak powiedziano: ${when}.`,

  phoneTypes: {
    fax: 'Faks',
    sms: 'SMS',
    text: 'SMS',
    cell: 'Komórka',
    mobile: 'Komórka',
    textphone: 'Telefon tekstowy',
    video: 'Rozmowa wideo',
    pager: 'Pager',
  },
  extension: (number, extension) => `${number}, wewnętrzny ${extension}`,
  spokenThere: (languages) => `Można rozmawiać w językach: ${languages}`,
  charityNumber: 'Numer organizacji charytatywnej',
  companyNumber: 'Numer firmy',

  staleTitle: 'Nie sprawdzano od ponad roku',
  neverCheckedTitle: 'Jeszcze nie sprawdzono',
  checked: (when, by) => `Ostatnio sprawdzono: ${when}${by ? ` (${by})` : ''}.`,
  stale: 'Coś mogło się zmienić. Skontaktuj się, zanim pójdziesz.',
  neverChecked: 'Coś może się nie zgadzać. Skontaktuj się, zanim pójdziesz.',
  closedForNow: 'Na razie zamknięte',
  closedForNowAdvice: 'Ma zostać otwarte ponownie. Skontaktuj się i zapytaj kiedy.',

  otherPlaces: (count) =>
    plural('pl', count, {
      one: 'i jeszcze # miejsce',
      few: 'i jeszcze # miejsca',
      many: 'i jeszcze # miejsc',
      other: 'i jeszcze # miejsca',
    }),
  moreOnline: (address) => `${address} – więcej na stronie internetowej`,
  source: (name) => `Źródło tych informacji: ${name}.`,
  sourceLicence: (name, licence) => `Źródło tych informacji: ${name}, na licencji ${licence}.`,
  madeUp: 'To jest przykład. Grupa, ludzie i dane kontaktowe są zmyślone.',

  mailSubject: (name) => `Znalezione na Fingerpost: ${name}`,
  mailBody: (name, address) => `Myślę, że to może się przydać:\n\n${name}\n${address}\n`,
  calendarNote: (address) => `Sprawdź, zanim pójdziesz: ${address}`,
};
