/** Bringing somebody to a multidisciplinary team: one way, from a case, a call, second level or a referral. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within, type Purpose} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {nameOf} from '../cases/case-rows.server.ts';
import {alertsAndNeedsOf, type AlertsAndNeeds} from '../people/alerts-and-needs.server.ts';
import {dateInWords} from '../people/record-fields.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import {planSchema} from '../plans/plan-schema.ts';
import {listCaseFlags} from './case-flags.server.ts';
import type {SubjectSource} from './mdt-choices.ts';
import type {BasisFacts, Summary} from './summary.ts';

export interface Source {
  kind: SubjectSource;
  id: string;
}

/** What is known where somebody is brought from: the page is begun with it, and whoever brings them strikes out the rest. */
interface Beginning {
  reference: string;
  personId: string | null;
  flags: string[];
  summary: Summary;
}

const PURPOSE: Record<SubjectSource, Purpose> = {case: 'caseload', referral: 'caseload', call: 'desk', handoff: 'desk'};

const lines = (...all: (string | null | undefined | false)[]) => all.filter(Boolean).join('\n');
const EMPTY: Summary = {name: '', about: '', matters: '', around: '', inPlace: '', reason: '', asks: ''};

interface MdtChoice {
  id: string;
  name: string;
  partnerName: string;
}

/** Where somebody can be brought, and how the page about them begins; null where the viewer sees nothing there. */
export function beginBringing(
  sql: Sql,
  {viewer, address}: Asker,
  source: Source,
): Promise<{
  beginning: Beginning;
  mustKnow: AlertsAndNeeds | null;
  mdts: MdtChoice[];
  /** Organisations that the person does not want to hear of them. */
  refused: string[];
} | null> {
  return within(sql, {purpose: PURPOSE[source.kind], viewer, address}, async (tx) => {
    const beginning = await beginningOf(tx, source);
    if (!beginning) return null;
    const mdts = await listMdts(tx, viewer.partnerId);
    await recordAct(tx, {
      action: 'mdt_brought_from_viewed',
      personId: beginning.personId,
      details: {[source.kind]: source.id},
    });
    const [{refused}] = await tx<[{refused: string[]}]>`select refused_partner_names(${beginning.personId}) as refused`;
    return {beginning, mustKnow: await alertsAndNeedsOf(tx, beginning.personId), mdts, refused};
  });
}

/** One's own first. */
async function listMdts(tx: ISql, partnerId: string): Promise<MdtChoice[]> {
  return tx<MdtChoice[]>`
    select mdts.id, mdts.name, partners.name as partner_name
    from mdts
    join partners on partners.id = mdts.partner_id
    where mdts.is_open
    order by mdts.partner_id = ${partnerId} desc, mdts.name
    limit 100
  `;
}

async function beginningOf(tx: ISql, {kind, id}: Source): Promise<Beginning | null> {
  if (kind === 'case') return beginningOfCase(tx, id);
  if (kind === 'referral') return beginningOfReferral(tx, id);
  const [call] = await tx<
    {
      reference: string;
      personId: string | null;
      name: string | null;
      story: string;
      goingWell: string | null;
      peopleAround: string | null;
      triedBefore: string | null;
      handedOn: string | null;
    }[]
  >`
    select
      calls.reference, calls.person_id, ${nameOf(tx)} as name, story, going_well, people_around, tried_before,
      ${kind === 'handoff' ? tx`handoffs.reason` : tx`null`} as handed_on
    from ${kind === 'handoff' ? tx`handoffs join calls on calls.id = handoffs.call_id` : tx`calls`}
    left join people on people.id = calls.person_id
    where ${kind === 'handoff' ? tx`handoffs.id = ${id}` : tx`calls.id = ${id}`}
  `;
  if (!call) return null;
  return {
    reference: call.reference,
    personId: call.personId,
    flags: [],
    summary: {
      ...EMPTY,
      name: call.name ?? '',
      matters: call.goingWell ?? '',
      around: call.peopleAround ?? '',
      inPlace: call.triedBefore ?? '',
      reason: lines(call.handedOn, call.story).slice(0, 2000),
    },
  };
}

async function beginningOfCase(tx: ISql, id: string): Promise<Beginning | null> {
  const [row] = await tx<
    {
      reference: string;
      personId: string;
      name: string | null;
      birthDate: string | null;
      reason: string | null;
      knownRisks: string | null;
      contacts: number;
      needNames: string[];
      plan: string | null;
    }[]
  >`
    select
      cases.reference, cases.person_id, ${nameOf(tx)} as name, people.birth_date::text as birth_date, referrals.reason,
      referrals.known_risks, cases.contacts,
      array(select needs.name from needs where needs.key = any(cases.needs) order by needs.name) as need_names,
      (
        select content::text from plan_versions where plan_versions.case_id = cases.id order by number desc limit 1
      ) as plan
    from cases
    left join people on people.id = cases.person_id
    left join referrals on referrals.id = cases.referral_id
    where cases.id = ${id} and viewer_has_case(cases.id)
  `;
  if (!row) return null;
  const plan = row.plan ? planSchema.parse(JSON.parse(row.plan)) : null;
  const met =
    row.contacts === 0 ? 'not met yet' : `${row.contacts} ${row.contacts === 1 ? 'contact' : 'contacts'} so far`;
  return {
    reference: row.reference,
    personId: row.personId,
    flags: await listCaseFlags(tx, id),
    summary: {
      ...EMPTY,
      name: row.name ?? '',
      about: row.birthDate ? `Born ${dateInWords(row.birthDate)}.` : '',
      matters: (plan?.matters ?? '').slice(0, 2000),
      around: (plan?.around ?? '').slice(0, 2000),
      inPlace: lines(`A link worker: ${met}.`, row.knownRisks && `Known risks: ${row.knownRisks}`).slice(0, 2000),
      reason: lines(row.reason, row.needNames.length > 0 && `Needs: ${row.needNames.join(', ')}.`).slice(0, 2000),
    },
  };
}

async function beginningOfReferral(tx: ISql, id: string): Promise<Beginning | null> {
  const [row] = await tx<
    {
      reference: string;
      personId: string | null;
      name: string | null;
      birthDate: string | null;
      reason: string;
      knownRisks: string | null;
      referrer: string;
    }[]
  >`
    select
      reference, person_id, concat_ws(' ', given_name, family_name) as name, birth_date::text as birth_date, reason, known_risks,
      concat_ws(', ', referrer_name, referrer_organisation) as referrer
    from referrals
    where id = ${id} and status <> 'passed_on'
  `;
  if (!row) return null;
  return {
    reference: row.reference,
    personId: row.personId,
    flags: [],
    summary: {
      ...EMPTY,
      name: row.name ?? '',
      about: row.birthDate ? `Born ${dateInWords(row.birthDate)}.` : '',
      inPlace: lines(
        row.referrer && `Referred by ${row.referrer}.`,
        row.knownRisks && `Known risks: ${row.knownRisks}`,
      ),
      reason: row.reason.slice(0, 2000),
    },
  };
}

type Bringing = {ok: true} | {ok: false; reason: 'gone' | 'no_mdt' | 'already'};

/** Brings somebody: they wait until whoever prepares the meetings puts them on a list. */
export function bringToMdt(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  source: Source,
  {mdtId, summary, basis}: {mdtId: string; summary: Summary; basis: BasisFacts},
): Promise<Bringing> {
  return within(sql, {purpose: PURPOSE[source.kind], viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<Bringing> => {
      const beginning = await beginningOf(tx, source);
      if (!beginning) return {ok: false, reason: 'gone'};
      const [mdt] = await tx<{name: string}[]>`select name from mdts where id = ${mdtId} and is_open`;
      if (!mdt) return {ok: false, reason: 'no_mdt'};
      const {count} = await tx`
        insert into mdt_subjects ${tx({
          mdtId,
          partnershipId: viewer.partnershipId,
          fromPartnerId: viewer.partnerId,
          source: source.kind,
          [`${source.kind}Id`]: source.id,
          personId: beginning.personId,
          summary: tx.json(summary) as never,
          flags: beginning.flags,
          ...basis,
          madeBy: viewer.staffId,
        })}
        on conflict do nothing
      `;
      if (count === 0) return {ok: false, reason: 'already'};
      if (source.kind === 'case')
        await tx`
          insert into case_events (case_id, partner_id, kind, words, by_id)
          values (${source.id}, ${viewer.partnerId}, 'mdt', ${`To ${mdt.name}`}, ${viewer.staffId})
        `;
      await recordAct(tx, {
        action: 'mdt_brought',
        personId: beginning.personId,
        details: {[source.kind]: source.id, mdt: mdtId, basis: basis.basis},
      });
      return {ok: true};
    }),
  );
}
