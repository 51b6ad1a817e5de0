import {cy} from './cy.ts';
import {en, type Text} from './en.ts';
import type {Locale} from './locales.ts';
import {withFallback} from './partial-text.ts';
import {pl} from './pl.ts';

const CATALOGUES: Record<Locale, Text> = {en, cy: withFallback(en, cy), pl: withFallback(en, pl)};

/** The words of a language, for the server. */
export function textFor(locale: Locale): Text {
  return CATALOGUES[locale];
}
