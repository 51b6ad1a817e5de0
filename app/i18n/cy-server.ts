import type {ServerText} from './en-server.ts';
import type {PartialText} from './partial-text.ts';
import {ownLinks} from './cy-server/own-links.ts';
import {refer} from './cy-server/refer.ts';
import {cardWords, results} from './cy-server/results.ts';

/** Welsh, started: what only the server puts into words. What is left out stands in English. */
export const cyServer: PartialText<ServerText> = {
  home: {
    title: 'Dod o hyd i gymorth a phethau i’w gwneud yn eich ardal',
    needsTitle: 'Beth mae pobl yn aml yn chwilio amdano',
    talkTitle: 'Fyddai’n well gennych siarad â rhywun?',
    talkLink: 'Siarad â rhywun',
    howTitle: 'Sut mae’n gweithio',
  },
  ownLinks,
  refer,
  cardWords,
  results,
};
