/** A case and its outcome as a FHIR R4 bundle. Pure: what is mapped, and what is not, is in docs/fhir.md. */
import {CLOSE_REASONS, type CaseStatus, type CloseReason} from '../cases/case-choices.ts';
import {SNOMED_CODES, SNOMED_SYSTEM, type SnomedCode} from '../letters/snomed-codes.ts';
import type {Plan} from '../plans/plan-choices.ts';
import type {Urgency} from '../referrals/referral-choices.ts';
import {onwardResources, type ExportedOnward} from './onward-resources.ts';
import {bundleSchema, type Bundle, type Resource} from './fhir-schemas.ts';

export interface ExportFacts {
  /** The address of the site: what its own codes and numbers are of. */
  site: string;
  bundleId: string;
  madeAt: Date;
  caseId: string;
  reference: string;
  referral: {id: string; reference: string; reason: string; referrer: string | null; urgency: Urgency} | null;
  person: {
    id: string;
    reference: string | null;
    givenName: string | null;
    familyName: string | null;
    birthDate: string | null;
  };
  partnerName: string;
  workerName: string | null;
  needs: {key: string; name: string}[];
  status: CaseStatus;
  referredAt: Date;
  openedAt: Date;
  closedAt: Date | null;
  closeReason: CloseReason | null;
  outcome: string | null;
  /** Null where it is not shared, or there is none. */
  plan: {id: string; content: Plan; madeAt: Date} | null;
  /** Where they were passed on to; empty where that is not shared. */
  onward: ExportedOnward[];
  /** Empty where they are not shared. */
  scores: {id: string; scale: string; scaleName: string; score: string; value: number; takenOn: string}[];
}

const PRIORITIES = {routine: 'routine', soon: 'urgent', urgent: 'asap'} as const;

const TASK_STATUSES = {
  referred: 'accepted',
  contact_attempted: 'accepted',
  active: 'in-progress',
  follow_up: 'in-progress',
  paused: 'on-hold',
} as const;

/** How the work ended, as FHIR says it: what did not come about is no completed task. */
const CLOSED_STATUSES: Record<CloseReason, 'completed' | 'cancelled' | 'failed'> = {
  goals_met: 'completed',
  not_needed: 'completed',
  passed_on: 'completed',
  other: 'completed',
  declined: 'cancelled',
  moved: 'cancelled',
  died: 'cancelled',
  no_contact: 'failed',
};

const snomed = ({code, display}: SnomedCode) => ({coding: [{system: SNOMED_SYSTEM, code, display}], text: display});
const urn = (id: string) => `urn:uuid:${id}`;
const moment = (at: Date) => at.toISOString();

/** @throws when what was made is not as FHIR R4 wants it, which would be a fault of ours */
export function toBundle(facts: ExportFacts): Bundle {
  const patient = {reference: urn(facts.person.id)};
  const basedOn = facts.referral && {reference: urn(facts.referral.id)};
  const {site, partnerName} = facts;
  const entries: {id: string; resource: Resource}[] = [
    {id: facts.person.id, resource: patientOf(facts)},
    ...(facts.referral ? [{id: facts.referral.id, resource: requestOf(facts, facts.referral, patient)}] : []),
    {id: facts.caseId, resource: taskOf(facts, patient)},
    ...(facts.plan ? [{id: facts.plan.id, resource: planOf(facts, facts.plan, patient)}] : []),
    ...facts.onward.flatMap((one) => onwardResources(one, {site, partnerName, patient, basedOn})),
    ...facts.scores.map((score) => ({id: score.id, resource: observationOf(facts, score, patient)})),
  ];
  return bundleSchema.parse({
    resourceType: 'Bundle',
    id: facts.bundleId,
    type: 'collection',
    timestamp: moment(facts.madeAt),
    entry: entries.map(({id, resource}) => ({fullUrl: urn(id), resource})),
  });
}

function patientOf({site, person}: ExportFacts): Resource {
  const {givenName, familyName, birthDate, reference} = person;
  return {
    resourceType: 'Patient',
    id: person.id,
    ...(reference ? {identifier: [{system: `${site}/id/person`, value: reference}]} : {}),
    ...(givenName || familyName
      ? {name: [{...(familyName ? {family: familyName} : {}), ...(givenName ? {given: [givenName]} : {})}]}
      : {}),
    ...(birthDate ? {birthDate} : {}),
  };
}

type Ref = {reference: string};

function requestOf(facts: ExportFacts, referral: NonNullable<ExportFacts['referral']>, subject: Ref): Resource {
  return {
    resourceType: 'ServiceRequest',
    id: referral.id,
    identifier: [{system: `${facts.site}/id/referral`, value: referral.reference}],
    status: facts.closeReason === 'declined' ? 'revoked' : facts.closedAt ? 'completed' : 'active',
    intent: 'order',
    priority: PRIORITIES[referral.urgency],
    code: snomed(SNOMED_CODES.referral),
    subject,
    authoredOn: moment(facts.referredAt),
    ...(referral.referrer ? {requester: {display: referral.referrer}} : {}),
    performer: [{display: facts.partnerName}],
    reasonCode: [
      ...facts.needs.map(({key, name}) => ({
        coding: [{system: `${facts.site}/id/need`, code: key, display: name}],
        text: name,
      })),
      {text: referral.reason},
    ],
  };
}

function taskOf(facts: ExportFacts, patient: Ref): Resource {
  const {status, closeReason, closedAt, outcome} = facts;
  return {
    resourceType: 'Task',
    id: facts.caseId,
    identifier: [{system: `${facts.site}/id/case`, value: facts.reference}],
    status: status === 'closed' ? CLOSED_STATUSES[closeReason ?? 'other'] : TASK_STATUSES[status],
    ...(closeReason
      ? {
          statusReason:
            closeReason === 'declined'
              ? {...snomed(SNOMED_CODES.declined), text: CLOSE_REASONS[closeReason]}
              : {
                  coding: [{system: `${facts.site}/id/close-reason`, code: closeReason}],
                  text: CLOSE_REASONS[closeReason],
                },
        }
      : {}),
    intent: 'order',
    ...(facts.referral ? {focus: {reference: urn(facts.referral.id)}} : {}),
    for: patient,
    executionPeriod: {start: moment(facts.openedAt), ...(closedAt ? {end: moment(closedAt)} : {})},
    authoredOn: moment(facts.openedAt),
    lastModified: moment(facts.madeAt),
    owner: {display: [facts.workerName, facts.partnerName].filter(Boolean).join(', ')},
    ...(outcome ? {output: [{type: {text: 'What came of it'}, valueString: outcome}]} : {}),
  };
}

function planOf(facts: ExportFacts, {id, content, madeAt}: NonNullable<ExportFacts['plan']>, subject: Ref): Resource {
  const goals = content.goals.map((goal, place) => ({
    resourceType: 'Goal' as const,
    id: `goal-${place + 1}`,
    lifecycleStatus: facts.closedAt ? ('completed' as const) : ('active' as const),
    description: {text: goal.words},
    subject,
  }));
  const activity = content.goals.flatMap(({steps}) =>
    steps.map(({what, who, by, isDone}) => ({
      detail: {
        status: isDone ? ('completed' as const) : ('not-started' as const),
        ...(by ? {scheduledString: by} : {}),
        ...(who ? {performer: [{display: who}]} : {}),
        description: what,
      },
    })),
  );
  return {
    resourceType: 'CarePlan',
    id,
    ...(goals.length > 0 ? {contained: goals} : {}),
    status: facts.closedAt ? 'completed' : 'active',
    intent: 'plan',
    title: 'What matters to me',
    ...(content.matters ? {description: content.matters} : {}),
    subject,
    created: moment(madeAt),
    author: {display: facts.partnerName},
    ...(goals.length > 0 ? {goal: goals.map((goal) => ({reference: `#${goal.id}`}))} : {}),
    ...(activity.length > 0 ? {activity} : {}),
  };
}

function observationOf({site}: ExportFacts, one: ExportFacts['scores'][number], subject: Ref): Resource {
  return {
    resourceType: 'Observation',
    id: one.id,
    status: 'final',
    category: [
      {
        coding: [
          {system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey', display: 'Survey'},
        ],
      },
    ],
    code: {
      coding: [{system: `${site}/id/measure`, code: `${one.scale}.${one.score}`}],
      text: one.score === one.scale ? one.scaleName : `${one.scaleName}: ${one.score.replaceAll('_', ' ')}`,
    },
    subject,
    effectiveDateTime: one.takenOn,
    valueQuantity: {value: one.value, unit: 'score', system: 'http://unitsofmeasure.org', code: '{score}'},
  };
}
