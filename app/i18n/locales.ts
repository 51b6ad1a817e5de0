/** The languages of the site, each under its own name. English is complete; the others fall back to it. */
export const LOCALES = {en: 'English', cy: 'Cymraeg', pl: 'Polski'} as const;
export type Locale = keyof typeof LOCALES;
export const DEFAULT_LOCALE: Locale = 'en';

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && Object.hasOwn(LOCALES, value);
}
