import {OUTCOMES, type Emergency} from '../../domain/records/emergency-reviews.server.ts';
import {momentInWords} from '../../http/moments.ts';

export interface EmergencyView {
  who: {id: string; name: string; partnerName: string};
  person: {id: string};
  reference: string;
  reason: string;
  opened: string;
  /** How and when the hour ended. */
  ended: string;
  isOwn: boolean;
  review: {outcome: string; isRight: boolean; note: string; by: string; at: string} | null;
}

/** One emergency access in words, as it stands at `now`. */
export function toEmergencyView(emergency: Emergency, now: Date): EmergencyView {
  const {staffId, staffName, partnerName, personId, reference, reason, openedAt, isOwn} = emergency;
  return {
    who: {id: staffId, name: staffName, partnerName},
    person: {id: personId},
    reference: reference ?? 'not known',
    reason,
    opened: momentInWords(openedAt),
    ended: endInWords(emergency, now),
    isOwn,
    review: reviewInWords(emergency),
  };
}

function endInWords({closedAt, expiresAt}: Emergency, now: Date): string {
  if (closedAt) return `They closed it: ${momentInWords(closedAt)}`;
  return expiresAt > now ? `Still open, until ${momentInWords(expiresAt)}` : `It ran out: ${momentInWords(expiresAt)}`;
}

function reviewInWords({outcome, note, reviewedAt, reviewerName}: Emergency): EmergencyView['review'] {
  if (!outcome || !reviewedAt) return null;
  return {
    outcome: OUTCOMES[outcome],
    isRight: outcome === 'appropriate',
    note: note ?? '',
    by: reviewerName ?? 'Someone who has left',
    at: momentInWords(reviewedAt),
  };
}
