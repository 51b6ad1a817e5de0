import {card} from './en/card.ts';
import {listing} from './en/listing.ts';
import {map} from './en/map.ts';
import {search} from './en/search.ts';
import {searchBox} from './en/search-box.ts';
import {shell} from './en/shell.ts';
import {shortlist} from './en/shortlist.ts';

/** Every word that components show, in English: the complete catalogue, and the type of all others. */
export const en = {shell, searchBox, search, card, map, listing, shortlist};
export type Text = typeof en;
