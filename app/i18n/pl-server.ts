import type {ServerText} from './en-server.ts';
import type {PartialText} from './partial-text.ts';
import {filters} from './pl-server/filters.ts';
import {listingWords} from './pl-server/listing-words.ts';
import {ownLinks} from './pl-server/own-links.ts';
import {pages} from './pl-server/pages.ts';
import {placeMap} from './pl-server/place-map.ts';
import {refer} from './pl-server/refer.ts';
import {reportForm} from './pl-server/report-form.ts';
import {cardWords, results} from './pl-server/results.ts';
import {shortlistWords} from './pl-server/shortlist-words.ts';
import {terms} from './pl-server/terms.ts';
import {times} from './pl-server/times.ts';

/** Polish: what only the server puts into words. What only professionals see stands in English. */
export const plServer: PartialText<ServerText> = {
  home: {
    title: 'Znajdź pomoc i zajęcia w swojej okolicy',
    description: 'Znajdź grupy, usługi i ludzi, którzy mogą Ci pomóc, blisko miejsca, w którym mieszkasz.',
    lede: (area) =>
      `Grupy, usługi i życzliwi ludzie w okolicy: ${area}. Szukanie jest bezpłatne i nikt nie musi o tym wiedzieć.`,
    needsTitle: 'Czego ludzie często szukają',
    needsHint: 'Wybierz, aby zobaczyć, co jest blisko Ciebie.',
    allThings: 'Zobacz wszystko na Fingerpost',
    talkTitle: 'Wolisz z kimś porozmawiać?',
    talk: 'Nie musisz wiedzieć, czego Ci potrzeba. Powiedz, co się dzieje, a poszukamy razem z Tobą.',
    talkLink: 'Porozmawiaj z kimś',
    howTitle: 'Jak to działa',
    how: [
      {
        title: 'Powiedz to własnymi słowami',
        text: 'Na przykład po angielsku „I feel lonely” (czuję się samotnie) albo „can’t pay the bills” (nie mam na rachunki). Pisownia nie ma znaczenia.',
      },
      {
        title: 'Zobacz, co jest w pobliżu',
        text: 'Z godzinami, kosztami i tym, jak dołączyć. Niektóre osoby przyjeżdżają do domu albo pomagają przez telefon.',
      },
      {
        title: 'Zrób listę',
        text: 'Dodaj do listy to, co Ci się podoba. Wydrukuj ją albo komuś wyślij. Konto nie jest potrzebne.',
      },
    ],
  },
  cardWords,
  filters,
  lastResort: {
    typedIsKept: 'To, co wpisano, jest zachowane na tej stronie. Poczekaj minutę, a potem wyślij to ponownie.',
    sendAgain: 'Wyślij ponownie',
  },
  listingWords,
  ownLinks,
  pages,
  placeMap,
  printWords: {
    print: 'Drukuj',
    howToPrint: 'Aby wydrukować, wybierz „Drukuj” w menu przeglądarki.',
    standard: 'Zwykły druk',
    large: 'Duży druk',
    back: 'Wróć do strony',
    size: 'Wielkość liter',
  },
  refer,
  reportForm,
  results,
  shortlistWords,
  terms,
  times,
};
