import type {Text} from './en.ts';
import type {PartialText} from './partial-text.ts';
import {plural} from './plural.ts';

/** Welsh, started: what stands on every page and the first page. */
export const cy: PartialText<Text> = {
  shell: {
    skip: 'Neidio i’r prif gynnwys',
    homeLink: 'Fingerpost, tudalen gartref',
    mainMenu: 'Prif ddewislen',
    search: 'Chwilio',
    talk: 'Siarad â rhywun',
    list: 'Eich rhestr',
    listCount: (count) =>
      plural('cy', count, {one: '# peth arni', two: '# beth arni', few: '# pheth arni', other: '# o bethau arni'}),
    urgent: {
      title: 'Cymorth brys',
      danger: 'argyfwng',
      medical: 'cymorth meddygol',
      listen: 'Y Samariaid, ddydd neu nos',
    },
    footer: {
      title: 'Am y wefan hon',
      about: 'Am Fingerpost',
      accessibility: 'Hygyrchedd',
      privacy: 'Preifatrwydd',
      language: 'Iaith',
      note: 'Gall unrhyw un ddefnyddio Fingerpost. Nid oes angen cyfrif.',
    },
  },
  searchBox: {
    what: 'Beth fyddai’n helpu, neu beth hoffech chi ei wneud?',
    whatShort: 'Am beth ydych chi’n chwilio?',
    where: 'Ble?',
    whereHint: 'Cod post, tref neu bentref',
    optional: 'os dymunwch',
    submit: 'Chwilio',
    suggestions: 'Awgrymiadau',
  },
  search: {
    title: 'Canlyniadau chwilio',
    filters: 'Culhau’r dewis',
    apply: 'Dangos canlyniadau',
    clearAll: 'Clirio popeth',
    sort: 'Dangos yn gyntaf',
    distance: 'Pa mor bell?',
    mended: 'Yn dangos canlyniadau ar gyfer',
    asTyped: 'Chwilio yn lle hynny am',
    listView: 'Rhestr',
    mapView: 'Map',
    previous: 'Blaenorol',
    next: 'Nesaf',
    askLink: 'Siarad â rhywun',
  },
  card: {
    when: 'Pryd',
    where: 'Ble',
    cost: 'Cost',
    space: 'Lle',
    add: 'Ychwanegu at eich rhestr',
    added: 'Ar eich rhestr',
  },
};
