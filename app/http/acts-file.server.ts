import {actsCsv} from '../domain/records/acts-csv.ts';
import type {ListedAct} from '../domain/records/list-acts.server.ts';

/** The acts as a file to keep. @throws a 404 where there is nothing to export for this viewer */
export function actsFile(outcome: {acts: ListedAct[]; isWhole: boolean} | null): Response {
  if (!outcome) throw new Response(null, {status: 404});
  return new Response(actsCsv(outcome.acts, outcome.isWhole), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="record-checks.csv"',
      'Cache-Control': 'no-store',
    },
  });
}
