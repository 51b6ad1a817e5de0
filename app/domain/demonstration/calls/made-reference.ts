const LETTERS = '34679CDFGHJKMNPQRTWXY';

/** A reference that nothing else that is made up has: places of one long walk through all that there are. */
export function referenceOf(number: number, length: number): string {
  let code = (number * 48_271 + 11) % LETTERS.length ** length;
  let text = '';
  for (let place = 0; place < length; place++) {
    text += LETTERS[code % LETTERS.length];
    code = Math.floor(code / LETTERS.length);
  }
  return `${text.slice(0, 3)}-${text.slice(3)}`;
}

/** The same with its kind before it, such as P-7KM-4QC; where it is taken already, one from much further along the walk. */
export function freeReference(taken: ReadonlySet<string>, kind: string, number: number, length: number): string {
  const reference = `${kind}-${referenceOf(number, length)}`;
  return taken.has(reference) ? freeReference(taken, kind, number + 10_000_000, length) : reference;
}
