/** Finding known phrases in free text: whole words, singular and plural alike, the longest phrase first. */

/** Lower case, no accents, apostrophes closed up, each word in the singular. */
export function matchWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map(singular);
}

function singular(word: string): string {
  if (word.length <= 3) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

export interface PhraseHit<Value> {
  value: Value;
  /** Where it begins, in words. */
  at: number;
  /** How many words it has. */
  length: number;
}

interface Entry<Value> {
  words: string[];
  /** The words as one text, to compare. */
  phrase: string;
  values: Value[];
}

export class PhraseIndex<Value> {
  /** The longest first; of the same length, in the order in which they came. */
  readonly #byFirstWord = new Map<string, Entry<Value>[]>();

  add(text: string, value: Value) {
    const words = matchWords(text);
    const [first] = words;
    if (!first) return;
    const phrase = words.join(' ');
    const entries = this.#byFirstWord.get(first) ?? [];
    this.#byFirstWord.set(first, entries);
    const known = entries.find((entry) => entry.phrase === phrase);
    if (!known) {
      const shorter = entries.findIndex((entry) => entry.words.length < words.length);
      entries.splice(shorter < 0 ? entries.length : shorter, 0, {words, phrase, values: [value]});
    } else if (!known.values.includes(value)) known.values.push(value);
  }

  /** All phrases in a text. 'Toy library' is not also a 'library' where the longer phrase is known. */
  findIn(words: string[]): PhraseHit<Value>[] {
    const hits: PhraseHit<Value>[] = [];
    for (let at = 0; at < words.length;) {
      const entry = this.#byFirstWord
        .get(words[at]!)
        ?.find((known) => known.words.every((word, index) => word === words[at + index]));
      if (!entry) {
        at++;
        continue;
      }
      for (const value of entry.values) hits.push({value, at, length: entry.words.length});
      at += entry.words.length;
    }
    return hits;
  }

  /** What a text as a whole is called: 'Libraries' is the type library, 'Libraries and archives' is not. */
  exactly(text: string): Value[] {
    const words = matchWords(text);
    const phrase = words.join(' ');
    const entry = this.#byFirstWord.get(words[0] ?? '')?.find((known) => known.phrase === phrase);
    return entry?.values ?? [];
  }
}
