/**
 * What can be read from across a room. The height of capitals is what counts: at least 16 minutes of arc, better 20 to 22
 * (ISO 9241-303, as ISO 9241-3 before it; the same in NUREG-0700, 1.3.1-4). docs/wallboard.md works it out.
 */
import type {Locator} from '@playwright/test';

export const LEAST_ARC = 16;
export const PREFERRED_ARC = 20;

const MM_PER_INCH = 25.4;
/** How high capitals are, in parts of the size of the font: the least of those that the site names (Segoe UI). */
const CAPITALS = 0.7;

/** Millimetres from one pixel to the next, of a screen so many inches across. */
const pitchOf = (inches: number, {width, height}: {width: number; height: number}): number =>
  (inches * MM_PER_INCH) / Math.hypot(width, height);

/**
 * How large the capitals of a font look, in minutes of arc.
 * @param fontSize in pixels
 * @param distance in millimetres
 */
export function arcOf(fontSize: number, screen: {inches: number; width: number; height: number}, distance: number) {
  const height = fontSize * CAPITALS * pitchOf(screen.inches, screen);
  return 2 * Math.atan(height / 2 / distance) * (180 / Math.PI) * 60;
}

/** Each text that is seen in it, with the size of its font in pixels, the smallest first. Small print is left out. */
export const textsIn = (place: Locator, smallPrint: string): Promise<{text: string; fontSize: number}[]> =>
  place.evaluate((root, smallPrint) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: {text: string; fontSize: number}[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const holder = node.parentElement!;
      const text = node.textContent!.trim();
      const {width, height} = holder.getBoundingClientRect();
      // Without a box, or in one of a pixel for a screen reader alone: nobody sees it.
      if (text === '' || width < 2 || height < 2 || holder.closest(smallPrint)) continue;
      found.push({text, fontSize: Number.parseFloat(getComputedStyle(holder).fontSize)});
    }
    return found.sort((one, other) => one.fontSize - other.fontSize);
  }, smallPrint);
