import type {LoaderFunctionArgs} from '@remix-run/node';
import {csvFile} from '../../domain/records/acts-csv.ts';
import {figuresAsked, figureTables} from '../caseload.figures/figure-page.server.ts';

export const handle = {door: 'cases.figures'};

/** The page of figures as a file for a spreadsheet: the same numbers, with the same small ones hidden. */
export async function loader({request, context}: LoaderFunctionArgs) {
  const asked = figuresAsked(request);
  const {walking, onward, paired, contract, wanted, domains, use} = await figureTables(context, asked);
  const lines = [
    ['From', asked.from, 'Until', asked.to],
    ...[
      ['From a referral to walking along', walking] as const,
      ['Passed on to services', onward] as const,
      [asked.chosen.name, paired] as const,
      ['The loneliness contract', contract] as const,
      ['What people want', wanted] as const,
      ['What got better in life', domains] as const,
      ['Use of services, before and after', use] as const,
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

/** A spreadsheet takes what begins with a sign for a formula: so none does. */
const asCell = (cell: string) => cell.replace(/(^| )\+(?=\d)/g, '$1').replace(/(^| )-(?=\d)/g, '$1−');
