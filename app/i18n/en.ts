import {listing} from './en/listing.ts';
import {map} from './en/map.ts';
import {shortlist} from './en/shortlist.ts';
import {enCore} from './en-core.ts';

/** Every word that components show, in English: the complete catalogue, and the type of all others. */
export const en = {...enCore, map, listing, shortlist};
export type Text = typeof en;
