import {createContext, useContext, type ReactNode} from 'react';
import type {Text} from './en.ts';
import type {enCore} from './en-core.ts';
import {DEFAULT_LOCALE, type Locale} from './locales.ts';

export const TextContext = createContext<{locale: Locale; text: Text} | null>(null);

/** Gives every component below it the words of one language. */
export function TextProvider({locale, text, children}: {locale: Locale; text: Text; children: ReactNode}) {
  return <TextContext.Provider value={{locale, text}}>{children}</TextContext.Provider>;
}

/**
 * The words of the language in use. What stands on every page is always there; a part that only some pages bring is
 * asked for by name, and the page must bring it (see `more-words.tsx`): `useText<'listing'>()`.
 */
export function useText<Section extends keyof Text = never>(): Pick<Text, keyof typeof enCore | Section> {
  const context = useContext(TextContext);
  if (!context) throw new Error('useText needs a TextProvider above it');
  return context.text;
}

/** The language in use. */
export function useLocale(): Locale {
  return useContext(TextContext)?.locale ?? DEFAULT_LOCALE;
}
