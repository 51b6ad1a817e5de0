/** Who may be told of what. Being told holds no more than that something changed; even that is nobody else's business. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Asker} from '../people/staff-request.ts';
import type {Topic} from './topics.ts';

/** Whether the viewer may hear every one of these topics. The policies say what they may see of calls, handoffs and cases. */
export async function mayHear(sql: Sql, viewer: Asker['viewer'], topics: readonly Topic[]): Promise<boolean> {
  const of = (kind: Topic['kind']) => topics.filter((topic) => topic.kind === kind).map(({id}) => id);
  const isOwn = (ids: string[], own: string) => ids.every((id) => id === own);
  if (!isOwn([...of('queue'), ...of('desk'), ...of('safeguarding')], viewer.partnerId)) return false;
  if (!isOwn(of('staff'), viewer.staffId)) return false;
  if (!(await maySeePlans(sql, viewer, of('plan')))) return false;
  const [drafts, handoffs, safeguards] = [of('call'), of('handoff'), of('safeguarding').length > 0];
  if (drafts.length + handoffs.length === 0 && !safeguards) return true;
  return within(sql, {purpose: 'desk', viewer}, async (tx) => {
    const [{may}] = await tx<[{may: boolean}]>`
      select
        (select count(*) from call_drafts where id = any(${drafts})) = ${drafts.length}
        and (select count(*) from handoffs where id = any(${handoffs})) = ${handoffs.length}
        and (not ${safeguards} or viewer_safeguards()) as may
    `;
    return may;
  });
}

/** A plan is heard of by those of its own provider: whoever it is shared with reads it, and writes nothing in it. */
async function maySeePlans(sql: Sql, viewer: Asker['viewer'], cases: string[]): Promise<boolean> {
  if (cases.length === 0) return true;
  return within(sql, {purpose: 'caseload', viewer}, async (tx) => {
    const seen = await tx`select id from cases where id = any(${cases}) and partner_id = ${viewer.partnerId}`;
    return seen.length === cases.length;
  });
}
