interface Term {
  key: string;
  name: string;
}

/** What terms are called in a language. @param own its own names */
export const namedIn = <T extends Term>(own: Record<string, string>, all: readonly T[]): T[] =>
  all.map((term) => ({...term, name: own[term.key] ?? term.name}));

/** The names of languages, as Unicode has them, in one of ours. */
export function languageNames(locale: string, keys: readonly string[]): Record<string, string> {
  const names = new Intl.DisplayNames(locale, {type: 'language', fallback: 'none'});
  return Object.fromEntries(
    keys.flatMap((key) => {
      const name = names.of(key);
      return name ? [[key, name]] : [];
    }),
  );
}

/** Those that people are likely to look for; of the others an editor's name is shown. */
export const LANGUAGES =
  'en cy ne pl ur pa hi bn gu ta te ml mr si ar fa prs ps ku uk ru ro bg hu sk cs lt lv sq el tr pt es fr it de so sw sn yo am ti zh yue tl vi ja ko th'.split(
    ' ',
  );
