import type {ServerText} from './en-server.ts';
import type {PartialText} from './partial-text.ts';
import {refer} from './cy-server/refer.ts';

/** Welsh, started: what only the server puts into words. */
export const cyServer: PartialText<ServerText> = {
  home: {
    title: 'Dod o hyd i gymorth a phethau i’w gwneud yn eich ardal',
    needsTitle: 'Beth mae pobl yn aml yn chwilio amdano',
    talkTitle: 'Fyddai’n well gennych siarad â rhywun?',
    talkLink: 'Siarad â rhywun',
    howTitle: 'Sut mae’n gweithio',
  },
  refer,
};
