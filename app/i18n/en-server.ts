import {en} from './en.ts';
import {cardWords} from './en-server/card-words.ts';
import {filters} from './en-server/filters.ts';
import {pages} from './en-server/pages.ts';
import {results} from './en-server/results.ts';

/** English with what only the server needs: words that loaders put together, and the long texts. None of it is sent as code. */
export const enServer = {...en, cardWords, filters, pages, results};
export type ServerText = typeof enServer;
