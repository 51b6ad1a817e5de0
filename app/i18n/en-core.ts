import {card} from './en/card.ts';
import {search} from './en/search.ts';
import {searchBox} from './en/search-box.ts';
import {shell} from './en/shell.ts';

/** The words that every page may need. What one kind of page alone needs comes with it: see `more-words.tsx`. */
export const enCore = {shell, searchBox, search, card};
