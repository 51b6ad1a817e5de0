import {en} from './en.ts';
import {cardWords} from './en-server/card-words.ts';
import {filters} from './en-server/filters.ts';
import {home} from './en-server/home.ts';
import {lastResort} from './en-server/last-resort.ts';
import {listingWords} from './en-server/listing-words.ts';
import {ownLinks} from './en-server/own-links.ts';
import {pages} from './en-server/pages.ts';
import {placeMap} from './en-server/place-map.ts';
import {printWords} from './en-server/print-words.ts';
import {refer} from './en-server/refer.ts';
import {reportForm} from './en-server/report-form.ts';
import {results} from './en-server/results.ts';
import {shortlistWords} from './en-server/shortlist-words.ts';
import {terms} from './en-server/terms.ts';
import {times} from './en-server/times.ts';

/** English with what only the server needs: words that loaders put together, and the long texts. None of it is sent as code. */
export const enServer = {
  ...en,
  cardWords,
  filters,
  home,
  lastResort,
  listingWords,
  ownLinks,
  pages,
  placeMap,
  printWords,
  refer,
  reportForm,
  results,
  shortlistWords,
  terms,
  times,
};
export type ServerText = typeof enServer;
