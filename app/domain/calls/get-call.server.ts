/** A call that has ended, for whoever may read it. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {alertsAndNeedsOf, type AlertsAndNeeds} from '../people/alerts-and-needs.server.ts';
import type {RingWarning} from '../people/ring-warnings.ts';
import type {Asker} from '../people/staff-request.ts';
import type {
  CallDomain,
  CallerKind,
  Channel,
  Danger,
  EmergencyService,
  GapReason,
  PersonKnown,
} from './call-choices.ts';
import type {Priority} from '../queues/priorities.ts';
import type {CallValues} from './call-fields.ts';
import type {DispositionKind} from './dispositions.ts';
import type {Discipline} from '../access/roles.ts';

export interface Call {
  id: string;
  reference: string;
  channel: Channel;
  partnerId: string;
  partnerName: string;
  handlerId: string;
  handlerName: string;
  startedAt: Date;
  closedAt: Date;
  talkSeconds: number;
  heldSeconds: number;
  afterSeconds: number;
  danger: Danger;
  dangerNote: string | null;
  stayedOnLine: boolean | null;
  callerKind: CallerKind;
  callerName: string | null;
  callerPhone: string | null;
  /** What the record of the person says against ringing the caller's number. */
  ringWarning: RingWarning | null;
  callerRelation: string | null;
  callerOrganisation: string | null;
  personKnown: PersonKnown;
  personId: string | null;
  personReference: string | null;
  story: string;
  domain: CallDomain;
  needs: {key: string; name: string}[];
  goingWell: string | null;
  peopleAround: string | null;
  triedBefore: string | null;
  outcode: string | null;
  isEligible: boolean;
  isResolved: boolean;
  /** When somebody got in touch again about the same within seven days; null when nobody did, or not for the viewer's desk. */
  cameBackAt: Date | null;
  closingText: string | null;
  sentBy: 'text' | 'email' | 'letter' | null;
  /** Whether the message went out; null where there is none, or not for the viewer's desk. */
  messageState: 'sent' | 'waiting' | 'failed' | null;
  extra: {guides?: Record<string, unknown>; forms?: Record<string, unknown>};
  isRestricted: boolean;
  version: number;
  /** The last version that stood in the record of somebody else: only a lead of its desk has those. */
  apartUntil: number;
  endings: CallEnding[];
  services: {id: string; slug: string; name: string}[];
  gaps: {needKey: string; needName: string; reason: GapReason}[];
  handoffs: CallHandoff[];
  callBack: CallCallBack | null;
  referral: {reference: string; partnerName: string; reason: string} | null;
  versions: CallVersion[];
}

/** How a call read before it was corrected, and who changed it then. */
interface CallVersion {
  version: number;
  was: CallValues;
  reason: string;
  changedByName: string;
  changedAt: Date;
}

interface CallEnding {
  kind: DispositionKind;
  note: string | null;
  practice: string | null;
  emergencyService: EmergencyService | null;
  helpedTo: string | null;
}

interface CallHandoff {
  id: string;
  discipline: Discipline;
  priority: Priority;
  reason: string;
  dueAt: Date;
  status: 'waiting' | 'claimed' | 'closed';
  outcome: string | null;
}

interface CallCallBack {
  id: string;
  dueAt: Date;
  staffId: string | null;
  staffName: string | null;
  phone: string | null;
  about: string;
  doneAt: Date | null;
}

/** The call, or null for whoever may not read it. The look is committed to the audit before it is given. */
export function getCall(
  sql: Sql,
  asker: Asker,
  id: string,
): Promise<(Call & {mustKnow: AlertsAndNeeds | null}) | null> {
  return within(sql, {purpose: 'desk', ...asker}, async (tx) => {
    const call = await readStoredCall(tx, id);
    if (!call) return null;
    await recordAct(tx, {action: 'call_viewed', personId: call.personId, details: {call: id}});
    return {...call, mustKnow: await alertsAndNeedsOf(tx, call.personId)};
  });
}

/** The same inside a transaction that writes down its own act. */
export async function readStoredCall(tx: ISql, id: string): Promise<Call | null> {
  const [rows, needs, endings, services, gaps, handoffs, callBacks, referrals, versions] = await Promise.all([
    tx<Omit<Call, 'needs' | 'endings' | 'services' | 'gaps' | 'handoffs' | 'callBack' | 'referral' | 'versions'>[]>`
      select
        calls.id, calls.reference, calls.channel, calls.partner_id, partners.name as partner_name, calls.handler_id,
        staff.name as handler_name, started_at, calls.closed_at, talk_seconds, held_seconds, after_seconds, danger, danger_note,
        stayed_on_line, caller_kind, caller_name, caller_phone, unsafe_to_ring(person_id, caller_phone) as ring_warning, caller_relation,
        caller_organisation, person_known, person_id, people.reference as person_reference, story, domain, going_well, people_around, tried_before,
        calls.outcode, is_eligible, is_resolved, call_came_back_at(calls.id) as came_back_at, closing_text, sent_by,
        call_message_state(calls.id) as message_state, is_restricted, calls.version,
        apart_until
      from calls
      join partners on partners.id = calls.partner_id
      join staff on staff.id = calls.handler_id
      left join people on people.id = calls.person_id
      where calls.id = ${id}
    `,
    tx<Call['needs']>`
      select need_key as key, needs.name
      from call_needs
      join needs on needs.key = need_key
      where call_id = ${id}
      order by call_needs.position
    `,
    tx<CallEnding[]>`
      select call_dispositions.kind, note, practice, emergency_service, helped_to
      from call_dispositions
      join calls on calls.id = call_id
      where call_id = ${id}
      order by array_position(calls.dispositions, call_dispositions.kind)
    `,
    tx<Call['services']>`
      select services.id, slug, name
      from call_services
      join services on services.id = service_id
      where call_id = ${id}
      order by position
    `,
    tx<Call['gaps']>`
      select need_key, needs.name as need_name, reason
      from gaps
      join needs on needs.key = need_key
      where call_id = ${id}
      order by needs.name
    `,
    tx<CallHandoff[]>`
      select handoffs.id, discipline, priority, reason, due_at, status, outcome
      from handoffs
      join queues on queues.id = queue_id
      where call_id = ${id}
      order by created_at
    `,
    tx<CallCallBack[]>`
      select call_backs.id, due_at, staff_id, staff.name as staff_name, phone, about, done_at
      from call_backs
      left join staff on staff.id = staff_id
      where call_id = ${id}
    `,
    tx<NonNullable<Call['referral']>[]>`
      select reference, partners.name as partner_name, reason
      from referrals
      join partners on partners.id = to_partner_id
      where call_id = ${id}
    `,
    // As text: the client would turn the keys of a JSON value into camel case.
    tx<(Omit<CallVersion, 'was'> & {was: string})[]>`
      select call_versions.version, was::text as was, reason, staff.name as changed_by_name, changed_at
      from call_versions
      join staff on staff.id = changed_by
      where call_id = ${id}
      order by call_versions.version desc
    `,
  ]);
  const [call] = rows;
  if (!call) return null;
  const [{extra}] = await tx<[{extra: string}]>`select extra::text as extra from calls where id = ${id}`;
  return {
    ...call,
    extra: JSON.parse(extra) as Call['extra'],
    needs: [...needs],
    endings: [...endings],
    services: [...services],
    gaps: [...gaps],
    handoffs: [...handoffs],
    callBack: callBacks[0] ?? null,
    referral: referrals[0] ?? null,
    versions: versions.map((one) => ({...one, was: JSON.parse(one.was) as CallValues})),
  };
}
