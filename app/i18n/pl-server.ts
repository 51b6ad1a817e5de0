import type {ServerText} from './en-server.ts';
import type {PartialText} from './partial-text.ts';
import {ownLinks} from './pl-server/own-links.ts';
import {refer} from './pl-server/refer.ts';
import {cardWords, results} from './pl-server/results.ts';

/** Polish, started: what only the server puts into words. What is left out stands in English. */
export const plServer: PartialText<ServerText> = {
  home: {
    title: 'Znajdź pomoc i zajęcia w swojej okolicy',
    needsTitle: 'Czego ludzie często szukają',
    talkTitle: 'Wolisz z kimś porozmawiać?',
    talkLink: 'Porozmawiaj z kimś',
    howTitle: 'Jak to działa',
  },
  ownLinks,
  refer,
  cardWords,
  results,
};
