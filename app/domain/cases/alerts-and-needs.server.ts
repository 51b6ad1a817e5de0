/** What must be known of the person of a case before anything else, for every page about it. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {ALERTS, COMMUNICATION} from '../people/record-choices.ts';
import type {Asker} from '../people/staff-request.ts';

export interface AlertsAndNeeds {
  /** Alerts that still hold: what it is, and what to do. */
  alerts: {kind: string; note: string}[];
  needs: {kind: string; need: string}[];
}

/** Both are empty where the viewer sees no such case. The look itself is written down by the page it stands on. */
export function readAlertsAndNeeds(sql: Sql, {viewer, address}: Asker, caseId: string): Promise<AlertsAndNeeds> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const rows = await tx<
      (
        | {what: 'alert'; kind: keyof typeof ALERTS; words: string}
        | {what: 'need'; kind: keyof typeof COMMUNICATION; words: string}
      )[]
    >`select what, kind, words from case_alerts_and_needs(${caseId})`;
    return {
      alerts: rows.flatMap((row) => (row.what === 'alert' ? [{kind: ALERTS[row.kind], note: row.words}] : [])),
      needs: rows.flatMap((row) => (row.what === 'need' ? [{kind: COMMUNICATION[row.kind], need: row.words}] : [])),
    };
  });
}
