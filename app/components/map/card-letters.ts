const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Letters for the cards of one page that have a place, in their order: A to T. The card and its pin wear the same one,
 * so that nobody has to tell them by colour; numbers are left for how many lie together.
 */
export function cardLetters(cards: {number: number; point: unknown}[]): Map<number, string> {
  const placed = cards.filter((card) => card.point !== null).slice(0, ALPHABET.length);
  return new Map(placed.map((card, index) => [card.number, ALPHABET[index]!]));
}
