import type {LoaderFunctionArgs} from '@remix-run/node';
import type {TablePart} from '../../domain/figures/shown-words.ts';
import {csvFile} from '../../domain/records/acts-csv.ts';
import {figuresAsked, figureTables} from '../caseload.figures/figure-page.server.ts';

export const handle = {door: 'cases.figures'};

/** The page of figures as a file for a spreadsheet: the same numbers, with the same small ones hidden. */
export async function loader({request, context}: LoaderFunctionArgs) {
  const asked = figuresAsked(request);
  const {walking, onward, paired, contract, pay, wanted, domains, use} = await figureTables(context, asked);
  const lines = [
    ['From', asked.from, 'Until', asked.to],
    ...[
      ['From a referral to walking along', walking] as const,
      ['Passed on to services', onward] as const,
      [asked.chosen.name, paired] as const,
      ['The loneliness contract', contract] as const,
      ['What the loneliness contract pays', pay] as const,
      ...partLines('What people want', wanted),
      ...partLines('What got better in life', domains),
      ...partLines('Use of services, before and after', use),
    ].flatMap(([title, {columns, rows}]) => [[], [title], columns, ...rows]),
  ];
  return new Response(csvFile(lines.map((line) => line.map(asCell))), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="did-it-help.csv"',
      'Cache-Control': 'no-store',
    },
  });
}

/** A table for each thing that is counted by group. */
const partLines = (title: string, parts: TablePart[]) =>
  parts.map(({about, table}) => [about === null ? title : `${title}: ${about}`, table] as const);

/** A spreadsheet takes what begins with a sign for a formula: so none does. */
const asCell = (cell: string) => cell.replace(/(^| )\+(?=\d)/g, '$1').replace(/(^| )-(?=\d)/g, '$1−');
