/** Puts `one` in its place among the first `most`, where it belongs among them: of thousands none but those few are put in order. */
export function putAmongFirst<T>(first: T[], one: T, most: number, inOrder: (one: T, other: T) => number): void {
  let at = first.length;
  while (at > 0 && inOrder(one, first[at - 1]!) < 0) at--;
  if (at === most) return;
  first.splice(at, 0, one);
  if (first.length > most) first.pop();
}
