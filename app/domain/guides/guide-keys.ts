/** Keys of guides, questions and answers, made of their first words. They stay when the words are changed. */
export const slug = (words: string) =>
  words
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 30)
    .replace(/-$/, '');

/** The key, with a number where another has it already. */
export function unlike(taken: Set<string>, key: string): string {
  for (let number = 1; ; number++) {
    const made = number === 1 ? key : `${key}-${number}`;
    if (!taken.has(made)) return made;
  }
}
