import {listing} from './cy/listing.ts';
import {map} from './cy/map.ts';
import {search, searchBox} from './cy/search.ts';
import {shell} from './cy/shell.ts';
import {shortlist} from './cy/shortlist.ts';
import type {Text} from './en.ts';
import type {PartialText} from './partial-text.ts';

/** Welsh: every word that components show. */
export const cy: PartialText<Text> = {
  shell,
  searchBox,
  search,
  card: {
    when: 'Pryd',
    where: 'Ble',
    cost: 'Cost',
    space: 'Lle',
    by: (organisation) => `Yn cael ei redeg gan ${organisation}`,
    add: 'Ychwanegu at eich rhestr',
    added: 'Ar eich rhestr',
    addNamed: (name) => `: ${name}`,
    removeNamed: (name) => `: ${name}. Ei dynnu oddi arni.`,
  },
  map,
  listing,
  shortlist,
};
