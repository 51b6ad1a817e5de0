/** What every act of an administrator has in common: the transaction it runs in, once, and its line in the audit. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {DoorName} from '../access/doors.ts';
import {onceOnly} from '../access/submissions.server.ts';
import type {Viewer} from '../access/viewer.ts';
import {recordAct} from '../audit/record-act.server.ts';

export interface AdminSetting {
  sql: Sql;
  viewer: Viewer;
  address: string | null;
}

/** A form of an administrator, by the number it was given when it was shown. */
export interface AdminForm extends AdminSetting {
  door: Extract<DoorName, `admin.${string}`>;
  submission: string;
}

/** Runs a change once for its form, however often the form is sent. */
export function changeOnce<T>({sql, viewer, address, door, submission}: AdminForm, work: (tx: ISql) => Promise<T>) {
  return within(sql, {purpose: 'administration', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, () => work(tx)),
  );
}

/** Reads for an administrator, and writes down that they looked, and at what. */
export function look<T>(
  {sql, viewer, address}: AdminSetting,
  at: Record<string, string | number>,
  work: (tx: ISql) => Promise<T>,
): Promise<T> {
  return within(sql, {purpose: 'administration', viewer, address}, async (tx) => {
    const seen = await work(tx);
    await recordAct(tx, {action: 'accounts_viewed', details: at});
    return seen;
  });
}

/** Reads names to choose from, which say nothing about anyone. */
export function readChoices<T>({sql, viewer, address}: AdminSetting, work: (tx: ISql) => Promise<T>): Promise<T> {
  return within(sql, {purpose: 'administration', viewer, address}, work);
}

/** Whether a change failed because a name or an address is in use already. */
export const isTaken = (error: unknown, constraint: string): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '23505' &&
  'constraint_name' in error &&
  error.constraint_name === constraint;

/** Runs a change; where what it writes breaks this constraint, the name is in use already. */
export async function unlessTaken<Outcome>(
  constraint: string,
  change: () => Promise<Outcome>,
): Promise<Outcome | {ok: false; reason: 'name_taken'}> {
  try {
    return await change();
  } catch (error) {
    if (isTaken(error, constraint)) return {ok: false, reason: 'name_taken'};
    throw error;
  }
}
