import type {ServerText} from '../en-server.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

/** The small map on the page of a listing, in Welsh. */
export const placeMap: PartialText<ServerText['placeMap']> = {
  directions: [
    'i’r gogledd',
    'i’r gogledd-ddwyrain',
    'i’r dwyrain',
    'i’r de-ddwyrain',
    'i’r de',
    'i’r de-orllewin',
    'i’r gorllewin',
    'i’r gogledd-orllewin',
  ],
  inPlace: (place) => `Lle: ${place}.`,
  fromPlace: (miles, direction, place) => `Mae tua ${miles} ${direction} o ${place}.`,
  somewhere: 'Ble mae e.',
  severalPlaces: (count) => `Mae’n digwydd mewn sawl lle (${count}), a welir yma.`,
  title: (whereabouts) => `Map syml. ${whereabouts}`,
  miles: (miles) =>
    plural('cy', miles < 10 ? Math.round(miles * 10) / 10 : Math.round(miles), {two: '# filltir', other: '# milltir'}),
};
