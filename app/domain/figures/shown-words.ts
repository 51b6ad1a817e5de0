/** Figures as words of a table. Safe in the browser. */
import type {Shown} from './suppress.ts';

export interface FigureTable {
  columns: string[];
  rows: string[][];
}

/** A table, and what it is about where there is one for each thing that is counted: 'Mood'. */
export interface TablePart {
  about: string | null;
  table: FigureTable;
}

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const number = new Intl.NumberFormat('en-GB');
export const asCount = (shown: Shown): string => (shown === 'hidden' ? 'hidden' : number.format(shown));
export const asShare = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);
