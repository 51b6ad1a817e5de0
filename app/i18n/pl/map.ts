import type {Text} from '../en.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

const results = (count: number) =>
  plural('pl', count, {one: '# wynik', few: '# wyniki', many: '# wyników', other: '# wyniku'});
const miles = (count: number) => plural('pl', count, {one: '# mila', few: '# mile', many: '# mil', other: '# mili'});

/** The map beside the results, in Polish. */
export const map: PartialText<Text['map']> = {
  title: 'Mapa wyników',
  howTo: 'Strzałki przesuwają mapę. Plus i minus powiększają ją i pomniejszają. Tab prowadzi do pinezek.',
  skip: 'Pomiń pinezki',
  zoomIn: 'Przybliż',
  zoomOut: 'Oddal',
  showAll: 'Pokaż wszystko',
  twoFingers: 'Przesuwaj mapę dwoma palcami',
  loading: 'Szukamy…',
  failed: 'Nie udało się pobrać tego, co ma być na mapie.',
  retry: 'Spróbuj ponownie',
  searchHere: 'Szukaj na tym obszarze',
  follow: 'Zmieniaj listę, gdy przesuwam mapę',
  away: (distance) => {
    const rounded = distance < 10 ? Math.round(distance * 10) / 10 : Math.round(distance);
    return rounded < 0.1 ? 'Bardzo blisko' : `${miles(rounded)} stąd`;
  },

  // What can be pointed at.
  pinInList: (letter, name) => `${letter}: ${name}`,
  together: results,
  togetherNear: (count, place) => `${results(count)}: okolice ${place}`,
  lookCloser: (what) => `${what}. Przybliż.`,
  openList: (what) => `${what}. Pokaż je.`,
  close: 'Zamknij',
  alsoHere: (count) => `Jest tu: ${count}`,
  fetchingNames: 'Pobieramy nazwy…',
  more: (count) => `I jeszcze ${count.toLocaleString('pl')}, które są na liście wyników.`,

  // Under the map.
  summary: (shown) =>
    plural('pl', shown, {
      one: 'Jedyny wynik, który ma miejsce, jest na mapie.',
      few: 'Wszystkie # wyniki, które mają miejsce, są na mapie.',
      many: 'Na mapie jest wszystkie # wyników, które mają miejsce.',
      other: 'Wyniki, które mają miejsce, są na mapie (#).',
    }),
  nothing: 'Nie ma nic do pokazania na mapie.',
  withoutPlace: (count) =>
    plural('pl', count, {
      one: 'Jeden wynik nie ma miejsca na mapie: ktoś przyjeżdża do Ciebie albo pomoc jest przez telefon lub internet. Jest na liście.',
      other:
        'Wyniki bez miejsca na mapie: #. Ktoś przyjeżdża do Ciebie albo pomoc jest przez telefon lub internet. Są na liście.',
    }),
  inView: 'Wypisz, co widać',
  hideInView: 'Ukryj listę tego, co widać',
  inViewTitle: 'Widać na mapie',
  inViewCount: (count) =>
    plural('pl', count, {
      one: 'Widać jedno miejsce.',
      few: 'Widać # miejsca.',
      many: 'Widać # miejsc.',
      other: 'Widać # miejsca.',
    }),
  nothingInView: 'Nic tu nie widać.',
  plain: 'To prosta mapa: miejsca i odległości, bez ulic.',
  tilesFailed: 'Nie udało się pobrać obrazów mapy, więc widzisz prostą mapę: miejsca i odległości, bez ulic.',

  scale: {
    miles,
    halfMile: '½ mili',
    quarterMile: '¼ mili',
    yards: (yards) => plural('pl', yards, {one: '# jard', few: '# jardy', many: '# jardów', other: '# jarda'}),
    label: (length) => `Skala: pasek to ${length}.`,
  },
};
