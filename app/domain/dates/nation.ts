/** The parts of the United Kingdom that have bank holidays of their own. Safe in the browser. */
export const NATIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof NATIONS)[number];

/** Not a variable of this file: the server and the pages built for it each have a copy of the file, and must agree. */
const KEPT = Symbol.for('fingerpost.nation');
const here = globalThis as {[KEPT]?: Nation};

/** Whose bank holidays this site keeps, in its directory and on its clocks. */
export const nationHere = (): Nation => here[KEPT] ?? 'england-and-wales';

/** Set once as the server starts (`NATION`), and by pages that reckon with clocks in the browser. */
export function keepHolidaysOf(nation: Nation): void {
  here[KEPT] = nation;
}
