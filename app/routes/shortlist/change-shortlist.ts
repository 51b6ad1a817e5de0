interface ShortlistChange {
  add: number[];
  remove: number[];
}

/** Reads a form: what a button without scripts sends (an intent and its numbers), or what is sent for several at once. */
export function readChange(form: FormData, list: number[], parse: (value: string) => number[]): ShortlistChange {
  const all = (name: string) => form.getAll(name).flatMap((value) => parse(String(value)));
  switch (form.get('intent')) {
    case 'add':
      return {add: all('number'), remove: []};
    case 'remove':
      return {add: [], remove: all('number')};
    case 'clear':
      return {add: [], remove: list};
    default:
      return {add: all('add'), remove: all('remove')};
  }
}

/** The list after a change. What does not fit any more is left off, and said. */
export function changeShortlist(
  list: number[],
  {add, remove}: ShortlistChange,
  limit: number,
): {numbers: number[]; isFull: boolean} {
  const all = [...new Set([...list, ...add])].filter((number) => !remove.includes(number));
  return {numbers: all.slice(0, limit), isFull: all.length > limit};
}
