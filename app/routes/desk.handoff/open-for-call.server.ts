import type {AppLoadContext} from '@remix-run/node';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {openRecord} from '../../domain/people/open-record.server.ts';
import {asker} from '../people.record/people-request.server.ts';

/**
 * Opens the record of whom it is about, for their care under this very call, case or referral, which is named; of a concern that
 * was raised from none of these, in their best interests. False when the viewer may not
 * come near them.
 */
export async function openForCall(
  context: AppLoadContext,
  {
    personId,
    callReference,
    caseReference,
    isFromCall = true,
  }: {
    personId: string | null;
    callReference: string | null;
    caseReference?: string | null;
    isFromCall?: boolean;
  },
): Promise<boolean> {
  if (!personId) return false;
  const sender = {...asker(context), door: 'desk.handoffs', submission: newSubmission()};
  const none = {consentBy: null, consentHow: null, workKind: null, workName: null, reason: null};
  const reason =
    caseReference || isFromCall
      ? {
          ...none,
          basis: 'direct_care' as const,
          workKind: caseReference ? (caseReference.startsWith('R-') ? 'referral' : 'case') : 'call',
          workName: caseReference ?? callReference ?? 'A restricted call',
        }
      : {...none, basis: 'best_interests' as const, reason: 'A safeguarding concern was raised about them.'};
  return (await openRecord(context.sql, sender, personId, reason)) !== null;
}
