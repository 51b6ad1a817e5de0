/**
 * Names of the controlled lists, by their keys. In English they are what an editor calls them, so there is nothing here; another
 * language has its own for those that the site comes with, and an editor's new term stands there in English.
 */
export const terms = {need: {}, audience: {}, access: {}, language: {}} as Record<
  'need' | 'audience' | 'access' | 'language',
  Record<string, string>
>;
