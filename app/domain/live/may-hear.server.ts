/** Who may be told of what. Being told holds no more than that something changed; even that is nobody else's business. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Viewer} from '../access/viewer.ts';
import type {Topic} from './topics.ts';

/** Whether the viewer may hear every one of these topics. The policies say what they may see of calls and handoffs. */
export function mayHear(sql: Sql, viewer: Viewer, topics: readonly Topic[]): Promise<boolean> {
  const of = (kind: Topic['kind']) => topics.filter((topic) => topic.kind === kind).map(({id}) => id);
  const isOwn = (ids: string[], own: string) => ids.every((id) => id === own);
  if (!isOwn([...of('queue'), ...of('desk'), ...of('safeguarding')], viewer.partnerId)) return Promise.resolve(false);
  if (!isOwn(of('staff'), viewer.staffId)) return Promise.resolve(false);
  const [drafts, handoffs, safeguards] = [of('call'), of('handoff'), of('safeguarding').length > 0];
  if (drafts.length + handoffs.length === 0 && !safeguards) return Promise.resolve(true);
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
