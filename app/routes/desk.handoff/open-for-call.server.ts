import type {AppLoadContext} from '@remix-run/node';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {openRecord} from '../../domain/people/open-record.server.ts';
import {asker} from '../people.record/people-request.server.ts';

/**
 * Opens the record of whom it is about, for their care under this very call, case or referral, which is named. False when the viewer may not
 * come near them.
 */
export async function openForCall(
  context: AppLoadContext,
  {
    personId,
    callReference,
    caseReference,
  }: {
    personId: string | null;
    callReference: string | null;
    caseReference?: string | null;
  },
): Promise<boolean> {
  if (!personId) return false;
  const sender = {...asker(context), door: 'desk.handoffs', submission: newSubmission()};
  const reason = {
    basis: 'direct_care' as const,
    consentBy: null,
    consentHow: null,
    workKind: caseReference ? (caseReference.startsWith('R-') ? 'referral' : 'case') : 'call',
    workName: caseReference ?? callReference ?? 'A restricted call',
    reason: null,
  };
  return (await openRecord(context.sql, sender, personId, reason)) !== null;
}
