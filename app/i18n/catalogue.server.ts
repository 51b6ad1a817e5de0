import {cy} from './cy.ts';
import {enServer, type ServerText} from './en-server.ts';
import type {Locale} from './locales.ts';
import {withFallback} from './partial-text.ts';
import {pl} from './pl.ts';

const CATALOGUES: Record<Locale, ServerText> = {
  en: enServer,
  cy: withFallback(enServer, cy),
  pl: withFallback(enServer, pl),
};

/** The words of a language, for the server. */
export function textFor(locale: Locale): ServerText {
  return CATALOGUES[locale];
}
