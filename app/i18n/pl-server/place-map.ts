import type {ServerText} from '../en-server.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

/** The small map on the page of a listing, in Polish. */
export const placeMap: PartialText<ServerText['placeMap']> = {
  directions: [
    'na północ',
    'na północny wschód',
    'na wschód',
    'na południowy wschód',
    'na południe',
    'na południowy zachód',
    'na zachód',
    'na północny zachód',
  ],
  inPlace: (place) => `Miejsce: ${place}.`,
  fromPlace: (miles, direction, place) => `Około ${miles} ${direction} od miejsca ${place}.`,
  somewhere: 'Gdzie to jest.',
  severalPlaces: (count) => `Odbywa się w kilku miejscach (${count}), pokazanych tutaj.`,
  title: (whereabouts) => `Prosta mapa. ${whereabouts}`,
  miles: (miles) =>
    plural('pl', miles < 10 ? Math.round(miles * 10) / 10 : Math.round(miles), {
      one: '# mila',
      few: '# mile',
      many: '# mil',
      other: '# mili',
    }),
};
