/** What axe finds on a page, without asking it twice what it has answered. */
import type {Page} from '@playwright/test';
import type axe from 'axe-core';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

/** The same engine, made small: it is sent to each document and read there. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Levels A and AA of WCAG 2.0 to 2.2, and axe's own good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Fault {
  rule: string;
  /** Where it is, as axe says it. */
  target: string;
  html: string;
}

/**
 * Which ink on which ground axe has found readable, by width of the window. Contrast is half of what axe does on a large page,
 * text for text, and most texts of the site look like one on another page: same colour and size, on the same grounds. Kept for each
 * worker, so each layout is looked at whole once, and afterwards only what looks different from everything before.
 */
const readable = new Map<number, Set<string>>();

/** Everything wrong that axe can find on the page as it is now. It has no frames, which would need more. */
export async function axeFaults(page: Page): Promise<Fault[]> {
  // Half a megabyte, so once for each document.
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(AXE);
  const width = page.viewportSize()?.width ?? 0;
  const known = readable.get(width) ?? new Set();
  readable.set(width, known);
  const {faults, good} = await page.evaluate(findFaults, {rules: RULES, known: [...known].join('\0')});
  for (const look of good) known.add(look);
  return faults;
}

/** Runs in the page. */
async function findFaults({rules, known}: {rules: string[]; known: string}) {
  const {axe: engine} = window as unknown as {axe: typeof axe};
  const seen = new Set(known.split('\0'));
  /** What is behind an element: every colour, picture and box of its own place on the way from the root. */
  const grounds = new Map<Element, string>();
  const groundOf = (element: Element): string => {
    let ground = grounds.get(element);
    if (ground !== undefined) return ground;
    const style = getComputedStyle(element);
    const own = [
      style.backgroundColor === 'rgba(0, 0, 0, 0)' ? '' : style.backgroundColor,
      style.backgroundImage === 'none' ? '' : style.backgroundImage,
      style.opacity === '1' ? '' : style.opacity,
      style.filter === 'none' ? '' : style.filter,
      style.mixBlendMode === 'normal' ? '' : style.mixBlendMode,
      // It may lie above something else, or something above it.
      style.position === 'static' && style.transform === 'none'
        ? ''
        : `${style.position} ${element.getAttribute('class')}`,
    ].join('|');
    ground = (element.parentElement ? groundOf(element.parentElement) : '') + (/^\|+$/.test(own) ? '' : `/${own}`);
    grounds.set(element, ground);
    return ground;
  };
  /** All that decides whether a text can be read, or is exempt, as one key. */
  const lookOf = (element: Element): string => {
    const style = getComputedStyle(element);
    const {width, height} = element.getBoundingClientRect();
    const isOff =
      element.closest(':disabled, [aria-disabled="true"]') ||
      (element.closest('label')?.control?.matches(':disabled') ?? false);
    return [
      groundOf(element),
      ...[
        style.color,
        style.fontSize,
        style.fontWeight,
        style.textShadow,
        style.visibility,
        style.clip,
        style.clipPath,
      ],
      ...[width > 2 && height > 2, Boolean(isOff), element.localName === 'option'],
    ].join(';');
  };
  const hasWords = (element: Element) =>
    /^(input|select|textarea)$/.test(element.localName) ||
    [...element.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.nodeValue!.trim() !== '');
  /** What has not been seen to be readable yet: of what looks the same, three at most. */
  const fresh = new Map<Element, string>();
  const times = new Map<string, number>();
  for (const element of document.body.querySelectorAll('*')) {
    if (/^(script|style|template|noscript)$/.test(element.localName) || !hasWords(element)) continue;
    const look = lookOf(element);
    const before = times.get(look) ?? 0;
    if (seen.has(look) || before === 3) continue;
    times.set(look, before + 1);
    fresh.set(element, look);
  }

  // One look at the page for both: only what is fresh is asked for its contrast.
  for (const element of fresh.keys()) element.setAttribute('data-fresh', '');
  engine.configure({rules: [{id: 'color-contrast', selector: '[data-fresh]'}]});
  const {violations, incomplete} = await engine.run(document, {
    runOnly: {type: 'tag', values: rules},
    rules: {'color-contrast': {enabled: fresh.size > 0}},
    resultTypes: ['violations', 'incomplete'],
    elementRef: true,
  });
  for (const element of fresh.keys()) element.removeAttribute('data-fresh');
  const faults: Fault[] = violations.flatMap(({id, nodes}) =>
    nodes.map(({target, html}) => ({rule: id, target: target.join(' '), html})),
  );
  // What axe could not tell may be told another time, so it is asked again.
  const good = new Set(fresh.values());
  for (const {id, nodes} of [...violations, ...incomplete]) {
    if (id === 'color-contrast') for (const {element} of nodes) good.delete(fresh.get(element!)!);
  }
  return {faults, good: [...good]};
}
