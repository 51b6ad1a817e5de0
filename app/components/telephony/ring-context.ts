/** How a page with a call open takes the number that rings into its own empty field. */
import {createContext, useContext, useEffect, useRef} from 'react';

/** Given the number as it is dialled. True when it was put into an empty field; false when there is something already. */
export type TakeNumber = (number: string) => boolean;

export const RingContext = createContext<((read: () => TakeNumber) => () => void) | null>(null);

/**
 * For the page of a call: `useRingTaker((number) => …)`. It is asked only when somebody presses the key or the button of
 * the notice, never because a telephone rings.
 */
export function useRingTaker(take: TakeNumber): void {
  const add = useContext(RingContext);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => add?.(() => latest.current), [add]);
}
