import {describeAct, describeDetails, describeWhy} from './act-words.ts';
import type {ListedAct} from './list-acts.server.ts';

const HEADINGS = ['Number', 'Date and time', 'Who', 'Organisation', 'What', 'Person', 'Why', 'More', 'Network address'];

/** So that a spreadsheet knows the letters for what they are. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The acts as a file for a spreadsheet (RFC 4180), in British time, in the same words as on the page. A last row says so
 * when there were too many.
 */
export function actsCsv(acts: ListedAct[], isWhole = true): string {
  const rows = acts.map((act) => [
    String(act.seq),
    timeInFigures(act.at),
    act.staffName ?? '',
    act.partnerName ?? '',
    describeAct(act),
    act.reference ?? '',
    describeWhy(act),
    describeDetails(act.details),
    act.address ?? '',
  ]);
  if (!isWhole) rows.push(['Only the latest are in this file. Choose fewer days for the rest.', ...Array(8).fill('')]);
  return csvFile([HEADINGS, ...rows]);
}

/** Rows as a file for a spreadsheet (RFC 4180). */
export const csvFile = (rows: string[][]): string =>
  BYTE_ORDER_MARK + rows.map((row) => row.map(csvCell).join(',') + '\r\n').join('');

/**
 * One cell. A spreadsheet runs what begins like a formula, so an apostrophe goes before it (OWASP, CSV injection); it also
 * trims what stands in front, so spaces do not hide one.
 */
export function csvCell(text: string): string {
  const harmless = /^[\s\0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const FIGURES = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** '2026-07-03 14:05:09', in British time. */
const timeInFigures = (moment: Date): string => FIGURES.format(moment).replace(', ', ' ');
