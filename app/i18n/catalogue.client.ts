import {en, type Text} from './en.ts';
import type {Locale} from './locales.ts';
import {withFallback} from './partial-text.ts';

/** The words of a language. English comes with the site, as the others fall back to it; those are fetched when needed. */
export async function loadText(locale: Locale): Promise<Text> {
  switch (locale) {
    case 'en':
      return en;
    case 'cy':
      return withFallback(en, (await import('./cy.ts')).cy);
    case 'pl':
      return withFallback(en, (await import('./pl.ts')).pl);
  }
}
