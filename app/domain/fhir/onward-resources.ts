/** What somebody was passed on to, as FHIR R4: a request to the service, and a task that says what came of it. Pure. */
import {uuidFrom} from '../../../db/uuid.ts';
import {
  DECLINE_REASONS,
  ENDINGS,
  STATES,
  type DeclineReason,
  type Ending,
  type OnwardState,
} from '../onward/onward-life.ts';
import type {Resource} from './fhir-schemas.ts';

export interface ExportedOnward {
  id: string;
  serviceName: string;
  state: OnwardState;
  need: {key: string; name: string} | null;
  madeAt: Date;
  changedAt: Date;
  isWithdrawn: boolean;
  declineReason: DeclineReason | null;
  attended: number;
  endedHow: Ending | null;
}

interface Around {
  site: string;
  partnerName: string;
  patient: {reference: string};
  /** The referral that began it all, where there was one. */
  basedOn: {reference: string} | null;
}

const TASK_STATUSES = {
  told: 'received',
  sent: 'requested',
  seen: 'received',
  accepted: 'accepted',
  declined: 'rejected',
  started: 'in-progress',
  ended: 'completed',
} as const satisfies Record<OnwardState, string>;

/** What did not come about is no completed task. */
const ENDED_STATUSES: Record<Ending, 'completed' | 'cancelled' | 'failed'> = {
  goes_on_alone: 'completed',
  finished: 'completed',
  other: 'completed',
  stopped: 'failed',
  never_came: 'failed',
  moved: 'cancelled',
};

/** Taken back before it was answered. */
const isTakenBack = ({state, isWithdrawn}: ExportedOnward) => isWithdrawn && (state === 'sent' || state === 'seen');

/** Both resources, by their ids. Somebody who was only told of a service and of whom nothing was heard has no task. */
export function onwardResources(one: ExportedOnward, around: Around): {id: string; resource: Resource}[] {
  const taskId = uuidFrom(`onward task:${one.id}`);
  return [
    {id: one.id, resource: requestOf(one, around)},
    ...(one.state === 'told' ? [] : [{id: taskId, resource: taskOf(taskId, one, around)}]),
  ];
}

function requestOf(one: ExportedOnward, {site, partnerName, patient, basedOn}: Around): Resource {
  const {id, state, need, serviceName, madeAt} = one;
  return {
    resourceType: 'ServiceRequest',
    id,
    ...(basedOn ? {basedOn: [basedOn]} : {}),
    status: state === 'declined' || isTakenBack(one) ? 'revoked' : state === 'ended' ? 'completed' : 'active',
    // Told of it, they ask for themselves: nothing was ordered.
    intent: state === 'told' ? 'proposal' : 'order',
    code: {text: 'Passed on to a service in the community'},
    subject: patient,
    authoredOn: madeAt.toISOString(),
    requester: {display: partnerName},
    performer: [{display: serviceName}],
    ...(need
      ? {
          reasonCode: [{coding: [{system: `${site}/id/need`, code: need.key, display: need.name}], text: need.name}],
        }
      : {}),
  };
}

function taskOf(taskId: string, one: ExportedOnward, {site, patient}: Around): Resource {
  const {id, state, declineReason, endedHow, attended, serviceName, madeAt, changedAt} = one;
  const why = declineReason
    ? {key: declineReason, words: DECLINE_REASONS[declineReason]}
    : endedHow && {key: endedHow, words: ENDINGS[endedHow]};
  return {
    resourceType: 'Task',
    id: taskId,
    status: isTakenBack(one) ? 'cancelled' : endedHow ? ENDED_STATUSES[endedHow] : TASK_STATUSES[state],
    ...(why ? {statusReason: {coding: [{system: `${site}/id/onward-reason`, code: why.key}], text: why.words}} : {}),
    businessStatus: {text: STATES[state]},
    intent: 'order',
    focus: {reference: `urn:uuid:${id}`},
    for: patient,
    authoredOn: madeAt.toISOString(),
    lastModified: changedAt.toISOString(),
    owner: {display: serviceName},
    ...(attended > 0 ? {output: [{type: {text: 'How often they came'}, valueString: String(attended)}]} : {}),
  };
}
