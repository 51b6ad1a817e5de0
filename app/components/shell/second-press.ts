const PRESSED = 'a, button, input, select, textarea, label, summary, [role="button"]';

/** What a press is for: a label is for its box. */
function pressedBy(target: EventTarget | null): Element | null {
  const pressed = target instanceof Element ? target.closest(PRESSED) : null;
  return pressed instanceof HTMLLabelElement ? (pressed.control ?? pressed) : pressed;
}

/**
 * The second press of a double click belongs to what the first one pressed. Where a page answers the first so soon that it has
 * changed under the pointer, the second is let fall: it would open, or do, something that nobody chose. Many people press twice
 * out of habit, or because their hands shake.
 */
export function dropStraySecondPress() {
  let first: Element | null = null;
  addEventListener(
    'click',
    (event) => {
      const pressed = pressedBy(event.target);
      // Of a keyboard or a script it is 0, of a first press 1.
      if (event.detail < 2) {
        first = pressed;
      } else if (pressed !== first) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    true,
  );
}
