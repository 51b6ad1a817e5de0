import type {LoaderFunctionArgs} from '@remix-run/node';
import {csvCell} from '../../domain/records/acts-csv.ts';
import {FIGURES, viewFigures} from '../../domain/figures/figure-tables.ts';
import {ALL_OF_THEM} from '../../domain/figures/gap-table.ts';
import {readFiguresFilter} from '../../domain/figures/figures-filter.ts';
import {readFigures} from '../../domain/figures/read-figures.server.ts';
import {contextOf} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';

export const handle = {door: 'desk.figures'};

/** One figure as a file for a spreadsheet, by the rules of the page: what is hidden there is hidden here. */
export async function loader({request, context}: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const name = FIGURES.find((figure) => figure === asked.get('figure'));
  if (!name) throw new Response(null, {status: 404});
  const filter = readFiguresFilter(asked, today());
  const {thresholds, smallNumbers} = context.config.figures;
  const counts = await readFigures(context.sql, contextOf(context, 'figures'), filter, thresholds, {
    exported: name,
  });
  const {columns, rows} = viewFigures(counts, filter, new Date(), smallNumbers, ALL_OF_THEM).tables[name];
  const text = '\uFEFF' + [columns, ...rows].map((row) => row.map(csvCell).join(',') + '\r\n').join('');
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}-${filter.month}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
