import {cy} from './cy.ts';
import {cyServer} from './cy-server.ts';
import {enServer, type ServerText} from './en-server.ts';
import type {Locale} from './locales.ts';
import {withFallback} from './partial-text.ts';
import {pl} from './pl.ts';
import {plServer} from './pl-server.ts';

const CATALOGUES: Record<Locale, ServerText> = {
  en: enServer,
  cy: withFallback(withFallback(enServer, cy), cyServer),
  pl: withFallback(withFallback(enServer, pl), plServer),
};

/** The words of a language, for the server. */
export function textFor(locale: Locale): ServerText {
  return CATALOGUES[locale];
}
