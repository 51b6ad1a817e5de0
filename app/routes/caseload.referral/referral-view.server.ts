/** A referral in the words of its page. */
import type {ReferralView} from '../../components/caseload/referral-view.ts';
import {waitWords} from '../../domain/cases/case-status.ts';
import {showPhone} from '../../domain/people/phone.ts';
import {dateInWords} from '../../domain/people/record-fields.ts';
import type {NewPerson} from '../../domain/people/new-person.ts';
import type {Referral} from '../../domain/referrals/get-referral.server.ts';
import {
  CONSENT_BY,
  CONSENT_HOW,
  DECLINE_REASONS,
  HELD_BECAUSE,
  REACH_BY,
  REFERRAL_EVENTS,
  REFERRAL_STATUSES,
  SOURCES,
  URGENCIES,
} from '../../domain/referrals/referral-choices.ts';
import {isPrivateMail} from '../../domain/referrals/work-mail.ts';
import {shortMoment} from '../../http/moments.ts';

const facts = (all: [label: string, value: string | null | undefined | false, href?: string][]) =>
  all.flatMap(([label, value, href]) => (value ? [{label, value, href}] : []));

export function toReferralView(one: Referral, now: Date): ReferralView {
  const isFinished = ['accepted', 'passed_on', 'declined'].includes(one.status);
  return {
    id: one.id,
    version: one.version,
    reference: one.reference,
    name: one.name ?? 'Name not shared with us',
    state: isFinished ? 'finished' : one.heldBecause ? 'held' : 'open',
    status: REFERRAL_STATUSES[one.status],
    asked: `asked ${waitWords(one.madeAt, now)} ago`,
    reason: one.reason,
    needs: one.needNames,
    service: one.serviceName ? {name: one.serviceName, slug: one.serviceSlug} : null,
    flags: [
      one.urgency !== 'routine' && `Wanted: ${URGENCIES[one.urgency].toLowerCase()}.`,
      one.heldBecause && `Held back: ${HELD_BECAUSE[one.heldBecause].toLowerCase()}.`,
      one.openCase && `Looks like somebody with an open case: ${one.openCase}.`,
      one.twin && `Looks like another referral that waits: ${one.twin}.`,
      !isFinished &&
        one.isCheckAsked &&
        !one.referrerCheckedAt &&
        'Nobody has said yet, by the link sent to their work address, that this came from them.',
      one.consent === 'not_yet' && 'The person has not been asked yet whether they want this.',
      one.wantsMdt && 'Whoever referred asks that they are brought to a multidisciplinary team.',
      !isFinished && one.isAnswered && `Whoever asked has answered: ${one.events[0]?.words}`,
      one.knownRisks && `Known risks: ${one.knownRisks}`,
    ].filter((flag): flag is string => Boolean(flag)),
    person: facts([
      ['Name', one.name],
      ['Born', one.birthDate && dateInWords(one.birthDate)],
      ['Lives', [one.addressLines, one.town, one.postcode].filter(Boolean).join(', ')],
      ['GP practice', one.practice],
      ['Language', one.language && `${one.language}${one.needsInterpreter ? ', with an interpreter' : ''}`],
      ['Communication', one.communication],
      ['Record', one.personReference],
      ['With our team', one.teamName],
    ]),
    reach: facts([
      ['Phone', one.phone && showPhone(one.phone), `tel:${one.phone}`],
      ['E-mail', one.email],
      ['Best', one.reachBy && REACH_BY[one.reachBy]],
      ['May we leave a message?', {yes: 'Yes', no: 'No', not_asked: null}[one.safeToLeaveMessage]],
      ['Good to know', one.reachNote],
    ]),
    referrer: facts([
      ['From', SOURCES[one.source]],
      ['Name', one.referrerName],
      ['To the person', one.referrerRelation],
      ['Organisation', one.referrerOrganisation ?? one.fromPartnerName],
      ['Phone', one.referrerPhone && showPhone(one.referrerPhone), `tel:${one.referrerPhone}`],
      [
        'E-mail',
        one.referrerEmail && `${one.referrerEmail}${isOfNoPlace(one) ? ' (private, not of where they work)' : ''}`,
      ],
      ['Address checked', one.isCheckAsked && (one.referrerCheckedAt ? shortMoment(one.referrerCheckedAt) : 'Not yet')],
      ['Their reference', one.referrerReference],
      ['Call', one.callReference],
      ['Consent', consentWords(one)],
      ['Hears how it goes on', one.referrerName && (one.mayTellReferrer ? 'Yes' : 'No')],
    ]),
    decided: decidedWords(one),
    caseId: one.caseId,
    consentMissing: one.consent === 'not_yet',
    isMatched: one.personId !== null,
    referrerHears: one.referrerHears,
    timeline: one.events.map(({id, kind, words, byName, at}) => ({
      id,
      kind: 'event',
      what: byName
        ? `${byName} ${REFERRAL_EVENTS[kind] ?? kind}`
        : kind === 'received'
          ? 'It came in'
          : (REFERRAL_EVENTS[kind] ?? kind),
      at: shortMoment(at),
      words,
    })),
  };
}

/** Of a professional: an address that anybody can have shows nothing of where they work. */
const isOfNoPlace = ({isCheckAsked, referrerEmail}: Referral) =>
  isCheckAsked && referrerEmail !== null && isPrivateMail(referrerEmail);

function consentWords({consent, consentBy, consentHow}: Referral): string {
  if (consent === 'not_yet') return 'Not asked yet';
  const by = CONSENT_BY[consentBy as keyof typeof CONSENT_BY] ?? '';
  return `${by} agreed, ${(CONSENT_HOW[consentHow as keyof typeof CONSENT_HOW] ?? '').toLowerCase()}`;
}

const decidedWords = ({status, declineReason, alternative, events}: Referral): string | null =>
  status === 'declined' && declineReason
    ? `${DECLINE_REASONS[declineReason]}. ${alternative ?? ''}`
    : status === 'passed_on'
      ? (events.find(({kind}) => kind === 'passed_on')?.words ?? null)
      : null;

/** Whom the referral is about, as somebody new would be written down: nothing is typed twice. */
export function asNewPerson(one: Referral): NewPerson {
  return {
    about: {
      knownAs: null,
      givenName: one.givenName,
      familyName: one.familyName,
      birthDate: one.birthDate,
      estimatedAge: null,
      pronouns: null,
      isDeceased: false,
      deceasedOn: null,
    } as NewPerson['about'],
    phone: one.phone,
    safeToCall: one.phone && one.reachBy === 'phone' ? 'yes' : 'not_asked',
    email: one.email,
    lines: one.addressLines,
    town: one.town,
    postcode: one.postcode,
    hasNoHome: false,
    nhsNumber: null,
  };
}
