import {useKeysAreOn} from './use-keys.ts';

/** A key beside the words of what it does, for the eye: put `aria-keyshortcuts` on the element itself. */
export function KeyHint({name}: {name: string}) {
  return useKeysAreOn() ? (
    <kbd className="key-hint" aria-hidden="true">
      {name}
    </kbd>
  ) : null;
}
