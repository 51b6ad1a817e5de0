import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker} from '../people/staff-request.ts';
import type {CallDomain, CallerKind, Channel} from './call-choices.ts';
import type {DispositionKind} from './dispositions.ts';

/** A call as a list shows it: enough to find it again. */
export interface ListedCall {
  id: string;
  reference: string;
  channel: Channel;
  startedAt: Date;
  handlerName: string;
  callerKind: CallerKind;
  callerName: string | null;
  domain: CallDomain;
  mainNeed: string | null;
  dispositions: DispositionKind[];
  isResolved: boolean;
}

const CALLS_A_PAGE = 20;

/**
 * Calls of the viewer's desk between two moments, newest first: those they took, or everyone's. What is restricted is
 * listed for nobody who may not read it.
 */
export function listCalls(
  sql: Sql,
  {viewer, address}: Asker,
  {from, to, whose, page = 1}: {from: Date; to: Date; whose: 'mine' | 'all'; page?: number},
): Promise<{calls: ListedCall[]; total: number}> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const rows = await tx<(ListedCall & {total: number})[]>`
      select
        calls.id, calls.reference, channel, started_at, staff.name as handler_name, caller_kind, caller_name, domain,
        needs.name as main_need, dispositions, is_resolved, count(*) over () as total
      from calls
      join staff on staff.id = handler_id
      left join needs on needs.key = calls.needs[1]
      where
        calls.partner_id = ${viewer.partnerId}
        and started_at >= ${from}
        and started_at < ${to}
        ${whose === 'mine' ? tx`and handler_id = ${viewer.staffId}` : tx``}
      order by started_at desc, calls.id
      limit ${CALLS_A_PAGE}
      offset ${(Math.max(1, page) - 1) * CALLS_A_PAGE}
    `;
    await recordAct(tx, {
      action: 'calls_listed',
      details: {of: whose === 'mine' ? 'own calls' : 'calls', found: rows.length},
    });
    return {calls: rows.map(({total: _total, ...call}) => call), total: rows[0]?.total ?? 0};
  });
}

export interface Undelivered {
  callId: string;
  reference: string;
  channel: 'text' | 'email';
}

/** Calls of the viewer whose message could not be delivered, of the last seven days: somebody waits for it. */
export const listUndelivered = (sql: Sql, {viewer, address}: Asker): Promise<Undelivered[]> =>
  within(
    sql,
    {purpose: 'desk', viewer, address},
    (tx) => tx<Undelivered[]>`select call_id, reference, channel from undelivered_of_viewer()`,
  );
