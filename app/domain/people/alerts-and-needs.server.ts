/** What must be known of somebody before anything else, on every page of work about them. */
import type {ISql} from '../../../db/client.ts';
import {ALERTS, COMMUNICATION} from './record-choices.ts';

export interface AlertsAndNeeds {
  /** Alerts that still hold: what it is, and what to do. */
  alerts: {kind: string; note: string}[];
  /** Communication needs, and the language for which an interpreter is wanted. */
  needs: {kind: string; need: string}[];
}

type Row = {personId: string} & (
  | {what: 'alert'; kind: keyof typeof ALERTS; words: string}
  | {what: 'need'; kind: keyof typeof COMMUNICATION | 'interpreter'; words: string}
);

/**
 * Of all whom a page is about, in one query: whoever has none, or may not be come near by the viewer's organisation, is left
 * out. Runs in the transaction in which the page reads its rows and writes its look down, for `desk`, `caseload` or `mdt`.
 */
async function alertsAndNeeds(tx: ISql, people: readonly (string | null)[]): Promise<Map<string, AlertsAndNeeds>> {
  const known = new Map<string, AlertsAndNeeds>();
  const asked = [...new Set(people)].filter((id) => id !== null);
  if (asked.length === 0) return known;
  const rows = await tx<Row[]>`select person_id, what, kind, words from alerts_and_needs(${asked}::uuid[])`;
  for (const row of rows) {
    const one = known.get(row.personId) ?? {alerts: [], needs: []};
    known.set(row.personId, one);
    if (row.what === 'alert') one.alerts.push({kind: ALERTS[row.kind], note: row.words});
    else one.needs.push({kind: row.kind === 'interpreter' ? 'Interpreter' : COMMUNICATION[row.kind], need: row.words});
  }
  return known;
}

/** Of one person; null where there is nothing to say. */
export async function alertsAndNeedsOf(tx: ISql, personId: string | null): Promise<AlertsAndNeeds | null> {
  return (await alertsAndNeeds(tx, [personId])).get(personId ?? '') ?? null;
}

/** A row of a list with what must be known of its person before they are rung or visited. */
export type Flagged<Row> = Row & {mustKnow: AlertsAndNeeds | null};

/** The rows of a page, each with what must be known of its person: one query for all of them. */
export async function flagged<Row extends {personId: string | null}>(
  tx: ISql,
  rows: readonly Row[],
): Promise<Flagged<Row>[]> {
  const known = await alertsAndNeeds(
    tx,
    rows.map(({personId}) => personId),
  );
  return rows.map((row) => ({...row, mustKnow: known.get(row.personId ?? '') ?? null}));
}
