/**
 * How a word sounds, roughly: words that are written by ear ('assburgers', 'fizio', 'numonia') sound like the word that was meant although most of
 * their letters differ. Vowels, and how hard a consonant is (b and p, d and t), count only at the beginning.
 */
const RULES: [RegExp, string][] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^(?:ps|sc(?=[eiy]))/, 's'],
  [/^x/, 's'],
  [/tch/g, 'x'],
  [/ch/g, 'x'],
  [/sh|(?:ti|ci)(?=[ao])|si(?=on)/g, 'x'],
  [/ph|gh(?=t?$)/g, 'f'],
  [/th/g, 't'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/dg|g(?=[eiy])/g, 'j'],
  [/g/g, 'k'],
  [/z/g, 's'],
  [/(?<=.)b/g, 'p'],
  [/(?<=.)d/g, 't'],
  [/(?<=.)v/g, 'f'],
  [/[hw]/g, ''],
  [/^([aeiou])[aeiouy]*/, '$1'],
  [/(?<=.)[aeiouy]+/g, ''],
  [/(.)\1+/g, '$1'],
];

export const soundOf = (word: string): string =>
  RULES.reduce((sound, [pattern, by]) => sound.replace(pattern, by), word);
