import type {Text} from '../en.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

/** The two boxes, in Polish. */
export const searchBox: PartialText<Text['searchBox']> = {
  what: 'Co by pomogło albo sprawiło Ci radość?',
  whatShort: 'Czego szukasz?',
  whatHint: 'Na przykład: ktoś do rozmowy, kłopoty z pieniędzmi, grupa spacerowa',
  where: 'Gdzie?',
  whereHint: 'Kod pocztowy, miasto lub wieś',
  whereHintShort: 'Kod pocztowy lub miasto',
  optional: 'jeśli chcesz',
  submit: 'Szukaj',
  suggestions: 'Podpowiedzi',
  goTo: (name) => `Otwórz stronę: ${name}`,
  suggestionCount: (count) =>
    plural('pl', count, {
      one: '# podpowiedź. Strzałka w dół prowadzi do niej.',
      few: '# podpowiedzi. Przeglądaj je strzałkami w górę i w dół.',
      many: '# podpowiedzi. Przeglądaj je strzałkami w górę i w dół.',
      other: '# podpowiedzi. Przeglądaj je strzałkami w górę i w dół.',
    }),
  noSuggestions: 'Brak podpowiedzi. Nadal możesz szukać.',
};

/** The page of results, as far as the browser needs it, in Polish. */
export const search: PartialText<Text['search']> = {
  title: 'Wyniki wyszukiwania',
  looking: 'Szukamy…',
  filters: 'Zawęź wyniki',
  apply: 'Pokaż wyniki',
  clearAll: 'Wyczyść wszystko',
  chosen: 'Twój wybór',
  sort: 'Pokaż najpierw',
  distance: 'Jak daleko?',
  views: 'Sposoby oglądania wyników',
  listView: 'Lista',
  mapView: 'Mapa',
  takeAway: 'Usuń:',
  showCount: (count) =>
    plural('pl', count, {
      one: 'Pokaż # wynik',
      few: 'Pokaż # wyniki',
      many: 'Pokaż # wyników',
      other: 'Pokaż # wyniku',
    }),
  moreOptions: (count) => `jeszcze ${count}`,
  pages: 'Strony wyników',
  previous: 'Poprzednia',
  next: 'Następna',
  page: (page) => `Strona ${page}`,
  changePlace: 'Zmień miejsce',
  understood: 'Szukaliśmy:',
  mended: 'Wyniki dla:',
  asTyped: 'Szukaj zamiast tego:',
  quoted: (words) => `„${words}”`,
  mapLoading: 'Mapa się wczytuje…',
  chosenCount: (count) => `wybrano: ${count}`,
};
