import type {Text} from '../en.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

/** What stands on every page, in Polish. */
export const shell: PartialText<Text['shell']> = {
  name: 'Fingerpost',
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
  offline: 'Nie ma teraz połączenia z internetem. Ta strona i wpisane słowa zostają. Spróbuj ponownie, gdy wróci.',
  problem: {
    missingTitle: 'Nie możemy znaleźć tej strony',
    missing: 'Mogła zostać przeniesiona albo w adresie jest mały błąd.',
    brokenTitle: 'Przepraszamy, coś poszło nie tak',
    broken: 'To nasza wina, nie Twoja. Spróbuj ponownie za minutę.',
    unreachedTitle: 'Nie udało się połączyć z Fingerpost',
    unreached: 'Być może na chwilę zabrakło internetu. To nie Twój błąd.',
    helpInstead: 'Możesz poszukać pomocy albo z kimś porozmawiać.',
    tryAgain: 'Spróbuj ponownie',
    backHome: 'Przejdź do strony głównej',
  },
};
