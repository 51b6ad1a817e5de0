/**
 * Single keys that do things on a page of the staff side.
 *
 *     useKeys({
 *       n: {says: 'Take a new call', run: () => form.current?.requestSubmit()},
 *       '/': {says: 'Go to the search', run: () => field.current?.focus()},
 *     });
 *
 * The page's own words say what each key does: `?`, or the button “Keys” at the top, opens the list of them. A key acts
 * only while nothing is being typed, no dialog is open and no Control, Alt or Command is held. Every key must be a second
 * way to something on the page that can be clicked, because people may turn the keys off (WCAG 2.1.4, on the page of
 * their account) and some have no script. `<KeyHint>` shows a key beside the words of its button.
 *
 * The keys hold while the component is mounted; several components may each name some, and of two that name the same key
 * the later one has it. `StaffFrame` listens, so this works in everything that stands in it.
 */
import {createContext, useContext, useEffect, useInsertionEffect, useRef} from 'react';

interface PageKey {
  /** What it does, as a short instruction: “Take a new call”. */
  says: string;
  run(): void;
}

/** By the key as it is pressed: a small letter, a figure or a sign. */
export type PageKeys = Record<string, PageKey>;

/** How the listener reads what a component wants at this moment. */
export type ReadKeys = () => PageKeys;

/** Adds keys to the page; gives what takes them away again. */
export type AddKeys = (read: ReadKeys) => () => void;

/** Null where nobody listens: the keys are turned off. */
export const KeysContext = createContext<AddKeys | null>(null);

export function useKeys(keys: PageKeys): void {
  const add = useContext(KeysContext);
  const latest = useRef(keys);
  // With what is seen, and not a moment later: a figure pressed in between would give the service that stood there before.
  useInsertionEffect(() => {
    latest.current = keys;
  });
  useEffect(() => add?.(() => latest.current), [add]);
}

/** Whether this member of staff has single keys turned on. */
export const useKeysAreOn = (): boolean => useContext(KeysContext) !== null;
