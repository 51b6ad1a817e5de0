/** How full a provider is, in words. Safe in the browser. */

export interface ProviderRoom {
  /** Open cases that were agreed; null where nobody has said. */
  capacity: number | null;
  open: number;
  /** Referrals that nobody has decided about. */
  waiting: number;
}

export const isFull = ({capacity, open, waiting}: ProviderRoom): boolean =>
  capacity !== null && open + waiting >= capacity;

/** 'About 30 open cases this morning, 40 agreed; about 5 waiting.' of another provider, whose numbers are in fives. */
export function otherRoomWords({capacity, open, waiting}: ProviderRoom): string {
  const about = (count: number) => (count === 0 ? 'hardly any' : `about ${count}`);
  const beside = capacity === null ? 'no number agreed' : `${capacity} agreed`;
  const sentence = `${about(open)} open cases this morning, ${beside}; ${about(waiting)} waiting.`;
  return sentence[0]!.toUpperCase() + sentence.slice(1);
}

/** 'Your organisation walks with 38, 40 agreed; 3 wait.' */
export function ownRoomWords(room: ProviderRoom): string {
  const {capacity, open, waiting} = room;
  const beside = capacity === null ? 'no number agreed' : `${capacity} agreed`;
  const full = isFull(room) ? ' That is as many as was agreed, or more.' : '';
  return `Your organisation walks with ${open}, ${beside}; ${waiting} ${waiting === 1 ? 'waits' : 'wait'}.${full}`;
}
