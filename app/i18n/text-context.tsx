import {createContext, useContext, type ReactNode} from 'react';
import type {Text} from './en.ts';
import {DEFAULT_LOCALE, type Locale} from './locales.ts';

export const TextContext = createContext<{locale: Locale; text: Text} | null>(null);

/** Gives every component below it the words of one language. */
export function TextProvider({locale, text, children}: {locale: Locale; text: Text; children: ReactNode}) {
  return <TextContext.Provider value={{locale, text}}>{children}</TextContext.Provider>;
}

/** The words of the language in use. */
export function useText(): Text {
  const context = useContext(TextContext);
  if (!context) throw new Error('useText needs a TextProvider above it');
  return context.text;
}

/** The language in use. */
export function useLocale(): Locale {
  return useContext(TextContext)?.locale ?? DEFAULT_LOCALE;
}
