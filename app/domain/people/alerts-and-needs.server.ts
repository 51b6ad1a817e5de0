/** What must be known of somebody before anything else, on every page of work about them. */
import type {ISql} from '../../../db/client.ts';
import {ALERTS, COMMUNICATION} from './record-choices.ts';
import type {RingWarning} from './ring-warnings.ts';

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

/** Whom a row is about, and the number on which they may be rung. */
interface About {
  personId: string | null;
  phone?: string | null;
}

/** A row of a list with what must be known of its person before they are rung or visited. */
export type Flagged<Row> = Row & {
  mustKnow: AlertsAndNeeds | null;
  /** What the record says against ringing the number of the row. */
  ringWarning: RingWarning | null;
};

/** The rows of a page, each with what must be known of its person: two queries for all of them. */
export async function flagged<Row extends About>(tx: ISql, rows: readonly Row[]): Promise<Flagged<Row>[]> {
  const [known, warnings] = await Promise.all([
    alertsAndNeeds(
      tx,
      rows.map(({personId}) => personId),
    ),
    ringWarnings(tx, rows),
  ]);
  return rows.map((row, place) => ({
    ...row,
    mustKnow: known.get(row.personId ?? '') ?? null,
    ringWarning: warnings.get(place) ?? null,
  }));
}

/** Several lists of one page, in the two queries of one. */
export async function flaggedLists<Lists extends readonly (readonly About[])[]>(
  tx: ISql,
  ...lists: Lists
): Promise<{[Place in keyof Lists]: Flagged<Lists[Place][number]>[]}> {
  const all = await flagged(tx, lists.flat());
  let place = 0;
  const flaggedOnes = lists.map((rows) => all.slice(place, (place += rows.length)));
  return flaggedOnes as {[Place in keyof Lists]: Flagged<Lists[Place][number]>[]};
}

/** By the place of the row. */
async function ringWarnings(tx: ISql, rows: readonly About[]): Promise<Map<number, RingWarning>> {
  const asked = rows.flatMap(({personId, phone}, place) => (personId && phone ? [{personId, phone, place}] : []));
  if (asked.length === 0) return new Map();
  const found = await tx<{place: number; warning: RingWarning}[]>`
    select place, warning
    from ring_warnings(
      ${asked.map(({personId}) => personId)}::uuid[],
      ${asked.map(({phone}) => phone)}::text[]
    )
  `;
  return new Map(found.map(({place, warning}) => [asked[place - 1]!.place, warning]));
}
