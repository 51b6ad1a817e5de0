/** Which single key was pressed, and whether it was meant for the page: rules apart from the browser. */

/** What the rules need of a keyboard event. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** Held down, so pressed again by itself. */
  repeat: boolean;
  /** In the middle of a character that takes several keys. */
  isComposing: boolean;
}

/**
 * The key as a page names it: `n`, `1`, `?`. Null for what belongs to the browser or to a way of writing. Caps Lock makes
 * no difference.
 */
export function pressedKey({key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing}: Press): string | null {
  if (ctrlKey || metaKey || altKey || repeat || isComposing || [...key].length !== 1) return null;
  return shiftKey ? key : key.toLowerCase();
}

/** Inputs in which nothing is typed: a key pressed there is meant for the page. */
const NOT_TYPED_IN = new Set(['button', 'checkbox', 'image', 'radio', 'reset', 'submit']);

/** Whether keys pressed on this element are typed into it, or choose something in it. */
export function takesTyping(element: {tagName: string; type?: string; isContentEditable?: boolean} | null): boolean {
  if (!element) return false;
  const name = element.tagName.toLowerCase();
  if (name === 'input') return !NOT_TYPED_IN.has(element.type ?? 'text');
  return name === 'textarea' || name === 'select' || element.isContentEditable === true;
}
