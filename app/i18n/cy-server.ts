import type {ServerText} from './en-server.ts';
import type {PartialText} from './partial-text.ts';
import {filters} from './cy-server/filters.ts';
import {listingWords} from './cy-server/listing-words.ts';
import {ownLinks} from './cy-server/own-links.ts';
import {pages} from './cy-server/pages.ts';
import {placeMap} from './cy-server/place-map.ts';
import {refer} from './cy-server/refer.ts';
import {reportForm} from './cy-server/report-form.ts';
import {cardWords, results} from './cy-server/results.ts';
import {shortlistWords} from './cy-server/shortlist-words.ts';
import {terms} from './cy-server/terms.ts';
import {times} from './cy-server/times.ts';

/** Welsh: what only the server puts into words. What only professionals see stands in English. */
export const cyServer: PartialText<ServerText> = {
  home: {
    title: 'Dod o hyd i gymorth a phethau i’w gwneud yn eich ardal',
    description: 'Dewch o hyd i grwpiau, gwasanaethau a phobl a all eich helpu, yn agos at ble rydych yn byw.',
    lede: (area) =>
      `Grwpiau, gwasanaethau a phobl gyfeillgar yn yr ardal hon: ${area}. Mae chwilio am ddim, a does dim rhaid i neb wybod.`,
    needsTitle: 'Beth mae pobl yn aml yn chwilio amdano',
    needsHint: 'Dewiswch un i weld beth sydd yn eich ardal.',
    allThings: 'Gweld popeth ar Fingerpost',
    talkTitle: 'Fyddai’n well gennych siarad â rhywun?',
    talk: 'Does dim rhaid i chi wybod beth sydd ei angen arnoch. Dywedwch wrthym beth sy’n digwydd, a byddwn yn chwilio gyda chi.',
    talkLink: 'Siarad â rhywun',
    howTitle: 'Sut mae’n gweithio',
    how: [
      {
        title: 'Dywedwch ef yn eich geiriau eich hun',
        text: 'Mae ‘I feel lonely’ (rwy’n teimlo’n unig) neu ‘can’t pay the bills’ (methu talu’r biliau) yn Saesneg yn ddigon. Nid yw sillafu’n bwysig.',
      },
      {
        title: 'Gweld beth sydd yn eich ardal',
        text: 'Gydag amserau, costau, a sut i ymuno. Mae rhywfaint o gymorth yn dod i’ch cartref neu dros y ffôn.',
      },
      {
        title: 'Cadw rhestr',
        text: 'Rhowch yr hyn rydych yn ei hoffi ar eich rhestr. Argraffwch hi, neu anfonwch hi at rywun. Dim angen cyfrif.',
      },
    ],
  },
  cardWords,
  filters,
  lastResort: {
    typedIsKept: 'Mae’r hyn a deipioch wedi’i gadw ar y dudalen hon. Arhoswch funud, yna anfonwch ef eto.',
    sendAgain: 'Anfon eto',
  },
  listingWords,
  ownLinks,
  pages,
  placeMap,
  printWords: {
    print: 'Argraffu',
    howToPrint: 'I argraffu, dewiswch Argraffu yn newislen eich porwr.',
    standard: 'Print arferol',
    large: 'Print bras',
    back: 'Yn ôl i’r dudalen',
    size: 'Maint y llythrennau',
  },
  refer,
  reportForm,
  results,
  shortlistWords,
  terms,
  times,
};
