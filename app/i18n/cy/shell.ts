import type {Text} from '../en.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

/** What stands on every page, in Welsh. */
export const shell: PartialText<Text['shell']> = {
  name: 'Fingerpost',
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
  offline:
    'Nid ydych ar-lein ar hyn o bryd. Mae’r dudalen hon a’r hyn a deipioch yn aros yma. Rhowch gynnig arall arni pan fyddwch yn ôl.',
  problem: {
    missingTitle: 'Ni allwn ddod o hyd i’r dudalen honno',
    missing: 'Efallai ei bod wedi symud, neu fod camgymeriad bach yn y cyfeiriad.',
    brokenTitle: 'Mae’n ddrwg gennym, aeth rhywbeth o’i le',
    broken: 'Ein bai ni yw hyn, nid eich bai chi. Rhowch gynnig arall arni ymhen munud.',
    unreachedTitle: 'Doedd dim modd cyrraedd Fingerpost',
    unreached: 'Efallai fod eich rhyngrwyd wedi mynd am eiliad. Wnaethoch chi ddim byd o’i le.',
    helpInstead: 'Gallwch chwilio am gymorth, neu siarad â rhywun.',
    tryAgain: 'Rhowch gynnig arall arni',
    backHome: 'Mynd i’r dudalen gartref',
  },
};
