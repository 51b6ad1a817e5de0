import type {AppLoadContext} from '@remix-run/node';
import {hasRole} from '../../domain/access/viewer.ts';
import {inboxWaiting} from '../../domain/referrals/list-referrals.server.ts';
import {staffOf} from '../../http/staff.server.ts';
import {asker} from '../people.record/people-request.server.ts';

/** What the tabs of the caseload say, the same on each of its pages. */
export async function tabsOf(context: AppLoadContext) {
  return {
    isLead: hasRole(staffOf(context), 'team_lead'),
    waiting: await inboxWaiting(context.sql, asker(context)),
  };
}
