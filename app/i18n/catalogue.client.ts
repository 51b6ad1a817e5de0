import type {Text} from './en.ts';
import type {Locale} from './locales.ts';

/** Fetches the words of one language; the others are never sent. */
export async function loadText(locale: Locale): Promise<Text> {
  const {en} = await import('./en.ts');
  if (locale === 'en') return en;
  const {withFallback} = await import('./partial-text.ts');
  return locale === 'cy'
    ? withFallback(en, (await import('./cy.ts')).cy)
    : withFallback(en, (await import('./pl.ts')).pl);
}
