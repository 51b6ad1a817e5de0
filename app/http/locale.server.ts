import {DEFAULT_LOCALE, isLocale, type Locale} from '../i18n/locales.ts';
import {cookieHeader, readCookie} from './cookies.server.ts';

/** The language a visitor chose, else English. */
export function localeOf(request: Request): Locale {
  const chosen = readCookie(request, 'lang');
  return isLocale(chosen) ? chosen : DEFAULT_LOCALE;
}

/**
 * Whether a form was sent on by a button that changes the language (routes/language), and not to be acted upon: its page is
 * only to be shown again, with what was typed.
 */
export function turnsLanguage(form: FormData): boolean {
  return isLocale(form.get('lang'));
}

/** The cookie that remembers a language for a year. */
export function rememberLocale(locale: Locale, isSecure: boolean): string {
  return cookieHeader('lang', locale, {days: 365, isSecure});
}
