import type {Text} from './en.ts';
import {enCore} from './en-core.ts';
import type {Locale} from './locales.ts';
import {withFallback, type PartialText} from './partial-text.ts';

/**
 * The words of a language, as far as every page needs them. The type promises all: a page that shows more brings them
 * (see `more-words.tsx`). English comes with the site, as the others fall back to it; those are fetched when needed.
 */
export async function loadText(locale: Locale): Promise<Text> {
  const english = enCore as Text;
  const translated = await translations(locale);
  return translated ? withFallback(english, translated) : english;
}

async function translations(locale: Locale): Promise<PartialText<Text> | null> {
  switch (locale) {
    case 'en':
      return null;
    case 'cy':
      return (await import('./cy.ts')).cy;
    case 'pl':
      return (await import('./pl.ts')).pl;
  }
}
