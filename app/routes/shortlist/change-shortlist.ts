interface Change {
  intent: string;
  numbers: number[];
  limit: number;
}

/** The list after a change. What does not fit any more is left off, and said. An intent that is not known changes nothing. */
export function changeShortlist(
  list: number[],
  {intent, numbers, limit}: Change,
): {numbers: number[]; isFull: boolean} {
  if (intent === 'clear') return {numbers: [], isFull: false};
  if (intent === 'remove') return {numbers: list.filter((number) => !numbers.includes(number)), isFull: false};
  if (intent !== 'add') return {numbers: list, isFull: false};
  const all = [...new Set([...list, ...numbers])];
  return {numbers: all.slice(0, limit), isFull: all.length > limit};
}
