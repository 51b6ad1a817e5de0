import type {ConsentView} from '../../components/people/consent-history.tsx';
import type {Consent} from '../../domain/people/consent-facts.server.ts';
import {CONSENTS, DECISIONS} from '../../domain/people/consent-words.ts';
import {AGREED_BY, AGREED_HOW} from '../../domain/people/opening-reasons.ts';
import {dateInWords} from '../../domain/people/record-fields.ts';
import {momentInWords} from '../../http/moments.ts';

export function toConsentView(consent: Consent): ConsentView {
  const whom = consent.partner ?? consent.organisation;
  const by =
    AGREED_BY[consent.decidedBy as keyof typeof AGREED_BY] +
    (consent.decidedByName ? `, ${consent.decidedByName}` : '');
  const how = AGREED_HOW[consent.how as keyof typeof AGREED_HOW].toLowerCase();
  return {
    id: consent.id,
    about: CONSENTS[consent.kind] + (whom ? `: ${whom}` : ''),
    decision: DECISIONS[consent.decision],
    isGiven: consent.decision === 'given',
    decided: `${by}, ${how}, ${dateInWords(consent.decidedOn)}`,
    recorded: `${consent.recordedBy ?? 'Somebody who has left'}, ${momentInWords(consent.recordedAt)}`,
    note: consent.note,
  };
}
