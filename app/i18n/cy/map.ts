import type {Text} from '../en.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

const results = (count: number) =>
  plural('cy', count, {two: '# ganlyniad', few: '# chanlyniad', many: '# chanlyniad', other: '# canlyniad'});

/** The map beside the results, in Welsh. */
export const map: PartialText<Text['map']> = {
  title: 'Map o’r canlyniadau',
  howTo: 'Mae’r saethau’n symud y map. Mae plws a minws yn ei wneud yn fwy ac yn llai. Mae Tab yn mynd at y pinnau.',
  skip: 'Hepgor y pinnau',
  zoomIn: 'Edrych yn agosach',
  zoomOut: 'Gweld mwy o’r ardal',
  showAll: 'Dangos popeth',
  twoFingers: 'Defnyddiwch ddau fys i symud y map',
  loading: 'Yn chwilio…',
  failed: 'Ni allem nôl yr hyn sydd i fod ar y map.',
  retry: 'Rhoi cynnig arall arni',
  searchHere: 'Chwilio yn yr ardal hon',
  follow: 'Diweddaru’r rhestr wrth i mi symud y map',
  away: (miles) => {
    const rounded = miles < 10 ? Math.round(miles * 10) / 10 : Math.round(miles);
    return rounded < 0.1
      ? 'Agos iawn'
      : plural('cy', rounded, {two: '# filltir i ffwrdd', other: '# milltir i ffwrdd'});
  },

  // What can be pointed at.
  pinInList: (letter, name) => `${letter}: ${name}`,
  together: results,
  togetherNear: (count, place) => `${results(count)} ger ${place}`,
  lookCloser: (what) => `${what}. Edrych yn agosach.`,
  openList: (what) => `${what}. Eu dangos.`,
  close: 'Cau',
  alsoHere: (count) =>
    plural('cy', count, {two: '# beth yma', few: '# pheth yma', many: '# pheth yma', other: '# peth yma'}),
  fetchingNames: 'Yn nôl yr enwau…',
  more: (count) => `A ${count.toLocaleString('cy')} arall, sydd yn y rhestr o ganlyniadau.`,

  // Under the map.
  summary: (shown) =>
    plural('cy', shown, {
      one: 'Mae’r un canlyniad sydd â lle ar y map.',
      other: `Mae’r # canlyniad sydd â lle i gyd ar y map.`,
    }),
  nothing: 'Dim byd i’w ddangos ar y map.',
  withoutPlace: (count) =>
    plural('cy', count, {
      one: 'Mae un arall heb le i’w ddangos: mae’n dod atoch chi, neu mae dros y ffôn neu ar-lein. Mae yn y rhestr.',
      other:
        'Mae # arall heb le i’w ddangos: maen nhw’n dod atoch chi, neu maen nhw dros y ffôn neu ar-lein. Maen nhw yn y rhestr.',
    }),
  inView: 'Rhestru beth sydd i’w weld',
  hideInView: 'Cuddio’r rhestr o beth sydd i’w weld',
  inViewTitle: 'I’w weld ar y map',
  inViewCount: (count) =>
    plural('cy', count, {one: 'Mae un lle i’w weld.', two: 'Mae # le i’w gweld.', other: 'Mae # lle i’w gweld.'}),
  nothingInView: 'Does dim i’w weld yma.',
  plain: 'Map syml yw hwn: lleoedd a phellteroedd, heb strydoedd.',
  tilesFailed: 'Ni ellid nôl lluniau’r map, felly rydych yn gweld un syml: lleoedd a phellteroedd, heb strydoedd.',

  scale: {
    miles: (miles) => plural('cy', miles, {two: '# filltir', other: '# milltir'}),
    halfMile: '½ milltir',
    quarterMile: '¼ milltir',
    yards: (yards) => `${yards} llath`,
    label: (length) => `Graddfa: hyd y bar yw ${length}.`,
  },
};
