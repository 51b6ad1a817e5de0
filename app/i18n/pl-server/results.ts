import type {ServerText} from '../en-server.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

const things = (count: number) =>
  plural('pl', count, {one: '# wynik', few: '# wyniki', many: '# wyników', other: '# wyniku'});

/** What the results page and its cards say, in Polish. */
export const results: PartialText<ServerText['results']> = {
  unknownPlace: (words) => `Nie znamy miejsca o nazwie „${words}”. Sprawdź pisownię albo podaj kod pocztowy.`,
  didYouMean: 'Czy chodzi o jedno z tych miejsc?',
  anywhere: 'To wyniki z całego obszaru, bo nie znamy podanego miejsca.',
  degraded:
    'Wyszukiwanie nie działa teraz najlepiej i niektórych wyników może brakować. Wkrótce powinno wrócić do normy.',
  unread:
    'Rozumiemy tylko słowa po angielsku, walijsku i polsku, więc pokazujemy wszystko. Wybierz język w filtrach albo zapytaj człowieka.',
  heading: ({matches, others}, place, typed, isOnMap = false) => {
    const nothing = typed ? `Nic nie znaleziono dla „${typed}”` : 'Nic nie znaleziono';
    const found = matches === 0 ? nothing : things(matches);
    const where = place ? `: okolice ${place}${isOnMap ? ', obszar na mapie' : ''}` : '';
    const more = `, ${matches === 0 ? 'ale' : 'a także'} ${others} z tych, które mogą pomóc`;
    return `${found}${where}${others > 0 ? more : ''}`;
  },
  othersTitle: (matches) => (matches === 0 ? 'To może pomóc' : 'To też może pomóc'),
  mayHelp: 'Może pomóc',
  othersNote: 'To nie dokładnie to, co wpisano, ale coś podobnego.',
  namesakes: 'Inne miejsca o tej nazwie:',
  roughPlace: (place) => `Odległości są liczone od środka miejsca ${place}, więc są przybliżone.`,
  fewTitle: (count) => (count === 0 ? 'Jak znaleźć więcej' : 'Mało wyników? Spróbuj tak'),
  fewFound: (count) => (count === 0 ? 'nic' : things(count)),
  spelling: (words) => `Szukaj zamiast tego: „${words}”`,
  widerTo: (miles) => `Szukaj w promieniu ${miles} mil`,
  widerToAny: 'Szukaj bez względu na odległość',
  dropFilter: (name) => `Nie ograniczaj do „${name}”`,
  dropWord: (word) => (word ? `Pomiń „${word}”` : 'Pomiń wpisane słowa'),
  startAgain: 'Pokaż wszystko',
  startAgainNear: (place) => `Pokaż wszystko w okolicy ${place}`,
  need: (name) => `Zobacz wszystko dla „${name}”`,
  care: {
    crisis: {
      title: 'Jeśli możesz zrobić sobie krzywdę albo nie czujesz się bezpiecznie, zadzwoń teraz',
      lines: [
        {words: 'Niebezpieczeństwo w tej chwili:', tel: '999', number: '999'},
        {words: 'Pilna pomoc w kryzysie psychicznym, dzień i noc:', tel: '111', number: '111, potem wybierz 2'},
        {words: 'Ktoś, kto wysłucha, dzień i noc, bezpłatnie:', tel: '116123', number: '116 123 (Samaritans)'},
      ],
    },
    abuse: {
      title: 'Jeśli ktoś Cię krzywdzi lub się boisz, możesz zadzwonić teraz',
      lines: [
        {
          words: 'Niebezpieczeństwo w tej chwili. Jeśli nie możesz mówić, po sygnale naciśnij 55:',
          tel: '999',
          number: '999',
        },
        {
          words: 'Krajowa infolinia dla osób doznających przemocy domowej, dzień i noc, bezpłatnie:',
          tel: '08082000247',
          number: '0808 2000 247',
        },
      ],
    },
    child: {
      title: 'Jeśli ktoś krzywdzi dziecko albo jesteś młodą osobą i się boisz, zadzwoń teraz',
      lines: [
        {
          words: 'Niebezpieczeństwo w tej chwili. Jeśli nie możesz mówić, po sygnale naciśnij 55:',
          tel: '999',
          number: '999',
        },
        {words: 'Childline, dla osób poniżej 19 lat, bezpłatnie:', tel: '08001111', number: '0800 1111'},
        {
          words: 'NSPCC, dla dorosłych, którzy martwią się o dziecko, bezpłatnie:',
          tel: '08088005000',
          number: '0808 800 5000',
        },
      ],
    },
    emergency: {
      title: 'Jeśli to dzieje się teraz, nie czekaj: zadzwoń pod 999',
      lines: [
        {words: 'Karetka, natychmiast:', tel: '999', number: '999'},
        {words: 'Jeśli nie masz pewności albo sprawa może chwilę poczekać:', tel: '111', number: '111'},
      ],
    },
  },
  ask: {
    title: 'Nie masz pewności albo nic tu nie pasuje?',
    words: 'Porozmawiaj z kimś. Poszukamy razem z Tobą, a może znamy coś, czego nie ma na tej liście.',
    link: 'Porozmawiaj z kimś',
  },
  mapNeedsScript:
    'Mapa wymaga JavaScriptu, który jest wyłączony w tej przeglądarce. Wszystko, co jest na mapie, jest też na liście.',
  range: (from, to, total) => `${from}–${to} z ${total}`,
};

export const cardWords: PartialText<ServerText['cardWords']> = {
  milesAway: (miles) => {
    const rounded = miles < 10 ? Math.round(miles * 10) / 10 : Math.round(miles);
    if (rounded < 0.1) return 'Bardzo blisko';
    return plural('pl', rounded, {one: '# mila stąd', few: '# mile stąd', many: '# mil stąd', other: '# mili stąd'});
  },
  otherPlaces: (count) =>
    plural('pl', count, {
      one: 'i jeszcze # miejsce',
      few: 'i jeszcze # miejsca',
      many: 'i jeszcze # miejsc',
      other: 'i jeszcze # miejsca',
    }),
  moreTimes: 'i inne terminy',
  how: {
    'in-person': 'Zapytaj gdzie',
    'at-home': 'Przyjeżdża do Ciebie',
    online: 'Przez internet',
    phone: 'Przez telefon',
  },
  covers: (areas) => `Obejmuje: ${areas}`,
  free: 'Bezpłatnie',
  freeFor: (who) => `Bezpłatnie dla: ${who}`,
  pounds: (amount) => `£${Number.isInteger(amount) ? amount : amount.toFixed(2)}`,
  each: (price, per) => `${price} / ${per.replace(/^(per|an?|each) /i, '')}`,
  forWhom: (price, who) => `${price} (${who})`,
  from: (price) => `Od ${price}`,
  askCost: 'Zapytaj o koszt',
  space: {
    open: 'Są miejsca',
    limited: 'Zostało kilka miejsc',
    'waiting-list': 'Lista oczekujących',
    full: 'W tej chwili brak miejsc',
  },
  spaceHeard: (space, day) => `${space} (informacja od nich: ${day})`,
  checkedToday: 'Sprawdzone dzisiaj',
  checkedDays: (days) => (days === 1 ? 'Sprawdzone wczoraj' : `Sprawdzone ${days} dni temu`),
  checkedWeeks: (weeks) =>
    plural('pl', weeks, {
      one: 'Sprawdzone tydzień temu',
      few: 'Sprawdzone # tygodnie temu',
      many: 'Sprawdzone # tygodni temu',
      other: 'Sprawdzone # tygodnia temu',
    }),
  checkedMonths: (months) =>
    plural('pl', months, {
      one: 'Sprawdzone miesiąc temu',
      few: 'Sprawdzone # miesiące temu',
      many: 'Sprawdzone # miesięcy temu',
      other: 'Sprawdzone # miesiąca temu',
    }),
  stale: 'Nie sprawdzano od ponad roku. Zadzwoń, zanim pójdziesz.',
  neverChecked: 'Jeszcze nie sprawdzono. Zadzwoń, zanim pójdziesz.',
};
