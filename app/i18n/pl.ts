import type {Text} from './en.ts';
import type {PartialText} from './partial-text.ts';
import {plural} from './plural.ts';

/** Polish, started: what stands on every page and the first page. */
export const pl: PartialText<Text> = {
  shell: {
    skip: 'Przejdź do głównej treści',
    homeLink: 'Fingerpost, strona główna',
    mainMenu: 'Menu główne',
    search: 'Szukaj',
    talk: 'Porozmawiaj z kimś',
    list: 'Twoja lista',
    listCount: (count) =>
      plural('pl', count, {one: '# pozycja', few: '# pozycje', many: '# pozycji', other: '# pozycji'}),
    urgent: {
      title: 'Pilna pomoc',
      danger: 'nagły wypadek',
      medical: 'pomoc medyczna',
      listen: 'Samaritans, dzień i noc',
    },
    footer: {
      title: 'O tej stronie',
      about: 'O Fingerpost',
      accessibility: 'Dostępność',
      privacy: 'Prywatność',
      language: 'Język',
      note: 'Z Fingerpost może korzystać każdy. Konto nie jest potrzebne.',
    },
  },
  searchBox: {
    what: 'Co by pomogło albo sprawiło Ci radość?',
    whatShort: 'Czego szukasz?',
    where: 'Gdzie?',
    whereHint: 'Kod pocztowy, miasto lub wieś',
    optional: 'jeśli chcesz',
    submit: 'Szukaj',
    suggestions: 'Podpowiedzi',
  },
  search: {
    title: 'Wyniki wyszukiwania',
    filters: 'Zawęź wyniki',
    apply: 'Pokaż wyniki',
    clearAll: 'Wyczyść wszystko',
    sort: 'Pokaż najpierw',
    distance: 'Jak daleko?',
    mended: 'Wyniki dla:',
    asTyped: 'Szukaj zamiast tego:',
    quoted: (words) => `„${words}”`,
    listView: 'Lista',
    mapView: 'Mapa',
    previous: 'Poprzednia',
    next: 'Następna',
    askLink: 'Porozmawiaj z kimś',
  },
  card: {
    when: 'Kiedy',
    where: 'Gdzie',
    cost: 'Koszt',
    space: 'Miejsca',
    add: 'Dodaj do swojej listy',
    added: 'Na Twojej liście',
  },
};
