import type {Text} from '../en.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

/** The two boxes, in Welsh. */
export const searchBox: PartialText<Text['searchBox']> = {
  what: 'Beth fyddai’n helpu, neu beth hoffech chi ei wneud?',
  whatShort: 'Am beth ydych chi’n chwilio?',
  whatHint: 'Er enghraifft: rhywun i siarad â nhw, pryderon am arian, grŵp cerdded',
  where: 'Ble?',
  whereHint: 'Cod post, tref neu bentref',
  whereHintShort: 'Cod post neu dref',
  optional: 'os dymunwch',
  submit: 'Chwilio',
  suggestions: 'Awgrymiadau',
  goTo: (name) => `Agor y dudalen: ${name}`,
  suggestionCount: (count) =>
    plural('cy', count, {
      one: '# awgrym. Defnyddiwch y saeth i lawr i’w gyrraedd.',
      other: '# awgrym. Defnyddiwch y saethau i fyny ac i lawr i edrych drwyddyn nhw.',
    }),
  noSuggestions: 'Dim awgrymiadau. Gallwch chwilio o hyd.',
};

/** The page of results, as far as the browser needs it, in Welsh. */
export const search: PartialText<Text['search']> = {
  title: 'Canlyniadau chwilio',
  looking: 'Yn chwilio…',
  filters: 'Culhau’r dewis',
  apply: 'Dangos canlyniadau',
  clearAll: 'Clirio popeth',
  chosen: 'Rydych wedi dewis',
  sort: 'Dangos yn gyntaf',
  distance: 'Pa mor bell?',
  views: 'Ffyrdd o weld y canlyniadau',
  listView: 'Rhestr',
  mapView: 'Map',
  takeAway: 'Tynnu:',
  showCount: (count) =>
    plural('cy', count, {two: 'Dangos # ganlyniad', few: 'Dangos # chanlyniad', other: 'Dangos # canlyniad'}),
  moreOptions: (count) => `${count} arall`,
  pages: 'Tudalennau canlyniadau',
  previous: 'Blaenorol',
  next: 'Nesaf',
  page: (page) => `Tudalen ${page}`,
  changePlace: 'Newid y lle',
  understood: 'Fe wnaethon ni chwilio am:',
  mended: 'Yn dangos canlyniadau ar gyfer',
  asTyped: 'Chwilio yn lle hynny am',
  quoted: (words) => `‘${words}’`,
  mapLoading: 'Mae’r map yn dod…',
  chosenCount: (count) => `${count} wedi’u dewis`,
};
