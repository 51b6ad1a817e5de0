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
