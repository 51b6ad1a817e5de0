import type {Text} from './en.ts';
import type {PartialText} from './partial-text.ts';
import {listing} from './pl/listing.ts';
import {map} from './pl/map.ts';
import {search, searchBox} from './pl/search.ts';
import {shell} from './pl/shell.ts';
import {shortlist} from './pl/shortlist.ts';

/** Polish: every word that components show. */
export const pl: PartialText<Text> = {
  shell,
  searchBox,
  search,
  card: {
    when: 'Kiedy',
    where: 'Gdzie',
    cost: 'Koszt',
    space: 'Miejsca',
    by: (organisation) => `Prowadzi: ${organisation}`,
    add: 'Dodaj do swojej listy',
    added: 'Na Twojej liście',
    addNamed: (name) => `: ${name}`,
    removeNamed: (name) => `: ${name}. Usuń z listy.`,
  },
  map,
  listing,
  shortlist,
};
