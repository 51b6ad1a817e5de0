/** A pointer on its way across the map passes over pins that nobody means. */
const MEANT_AFTER_MS = 150;
let soon: ReturnType<typeof setTimeout>;

/** Brings the card of a listing into sight, if it is on this page of the list. `afterPause` waits whether it is meant. */
export function showCard(number: number, afterPause = false): void {
  clearTimeout(soon);
  soon = setTimeout(
    () => {
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const card = document.getElementById(`listing-${number}`);
      card?.scrollIntoView({block: 'nearest', behavior: isStill ? 'auto' : 'smooth'});
    },
    afterPause ? MEANT_AFTER_MS : 0,
  );
}

/** The pointer has moved on. */
export function leaveCard(): void {
  clearTimeout(soon);
}
