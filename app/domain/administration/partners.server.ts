/** The organisations of the partnership. The one that runs the site adds and changes the others. */
import type {ISql} from '../../../db/client.ts';
import {recordAct} from '../audit/record-act.server.ts';
import {changeOnce, look, readChoices, unlessTaken, type AdminForm, type AdminSetting} from './change.server.ts';
import type {PartnerKind} from './partner-kinds.ts';

/** What the database says of two with one name. */
const NAME_KEY = 'partners_partnership_id_name_key';

interface Partner {
  id: string;
  name: string;
  kind: PartnerKind;
  isHost: boolean;
  isClosed: boolean;
  version: number;
  /** How many accounts are open there. */
  staffCount: number;
}

type Refusal =
  | {ok: false; reason: 'missing'}
  | {ok: false; reason: 'name_taken'}
  | {ok: false; reason: 'is_host'}
  /** Somebody else changed it first: what stands there now. */
  | {ok: false; reason: 'changed'; now: Partner};
type PartnerOutcome = {ok: true; partnerId: string} | Refusal;

/** The organisations that the viewer looks after: all of the partnership for the host, else their own. Host first. */
export function listPartners(setting: AdminSetting): Promise<Partner[]> {
  return look(setting, {list: 'organisations'}, (tx) => readPartners(tx));
}

/** The same, to choose from. */
export const partnersToChoose = (setting: AdminSetting): Promise<Partner[]> =>
  readChoices(setting, (tx) => readPartners(tx));

/** One of them, or null. */
export function getPartner(setting: AdminSetting, partnerId: string): Promise<Partner | null> {
  return look(setting, {organisation: partnerId}, async (tx) => (await readPartners(tx, partnerId))[0] ?? null);
}

function readPartners(tx: ISql, partnerId?: string): Promise<Partner[]> {
  return tx<Partner[]>`
    select
      id,
      name,
      kind,
      is_host,
      closed_at is not null as is_closed,
      version,
      (
        select count(*)::integer from staff where staff.partner_id = partners.id and disabled_at is null
      ) as staff_count
    from partners
    where administers(id) ${partnerId ? tx`and id = ${partnerId}` : tx``}
    order by is_host desc, is_closed, name
  `;
}

export function addPartner(form: AdminForm, {name, kind}: {name: string; kind: PartnerKind}): Promise<PartnerOutcome> {
  return unlessTaken(NAME_KEY, () =>
    changeOnce(form, async (tx): Promise<PartnerOutcome> => {
      const [partner] = await tx<{id: string}[]>`
        insert into partners (partnership_id, name, kind)
        select partnership_id, ${name}, ${kind} from partners where id = viewer_partner() and is_host
        returning id
      `;
      if (!partner) return {ok: false, reason: 'missing'};
      await recordAct(tx, {action: 'partner_changed', details: {partner: partner.id, what: 'added'}});
      return {ok: true, partnerId: partner.id};
    }),
  );
}

/** @param version of the organisation as it was shown */
export const renamePartner = (
  form: AdminForm,
  partnerId: string,
  version: number,
  {name, kind}: {name: string; kind: PartnerKind},
): Promise<PartnerOutcome> =>
  changePartner(form, partnerId, version, 'renamed', (tx) => tx`name = ${name}, kind = ${kind}`);

/** Nobody of a closed organisation can sign in. What they wrote stays. The host itself cannot be closed. */
export const closePartner = (form: AdminForm, partnerId: string, version: number): Promise<PartnerOutcome> =>
  changePartner(form, partnerId, version, 'closed', (tx) => tx`closed_at = now()`);

export const openPartner = (form: AdminForm, partnerId: string, version: number): Promise<PartnerOutcome> =>
  changePartner(form, partnerId, version, 'opened', (tx) => tx`closed_at = null`);

function changePartner(
  form: AdminForm,
  partnerId: string,
  version: number,
  what: 'renamed' | 'closed' | 'opened',
  set: (tx: ISql) => ReturnType<ISql>,
): Promise<PartnerOutcome> {
  return unlessTaken(NAME_KEY, () =>
    changeOnce(form, async (tx): Promise<PartnerOutcome> => {
      const [now] = await readPartners(tx, partnerId);
      if (!now || !(await isHost(tx))) return {ok: false, reason: 'missing'};
      if (now.isHost && what === 'closed') return {ok: false, reason: 'is_host'};
      const changed = await tx`
        update partners
        set ${set(tx)}, version = version + 1
        where id = ${partnerId} and version = ${version}
        returning id
      `;
      if (changed.length === 0) {
        const [fresh] = await readPartners(tx, partnerId);
        return {ok: false, reason: 'changed', now: fresh ?? now};
      }
      const sessionsEnded = what === 'closed' ? await endSessionsOfPartner(tx, partnerId) : 0;
      await recordAct(tx, {action: 'partner_changed', details: {partner: partnerId, what, sessionsEnded}});
      return {ok: true, partnerId};
    }),
  );
}

/** So that nobody is signed in again by the organisation being opened again soon after. */
async function endSessionsOfPartner(tx: ISql, partnerId: string): Promise<number> {
  const ended = await tx`
    update sessions
    set ended_at = now(), end_reason = 'disabled'
    where ended_at is null and staff_id in (select id from staff where partner_id = ${partnerId})
    returning id
  `;
  return ended.length;
}

/** Asked of the database and not of the session, which may be older. */
async function isHost(tx: ISql): Promise<boolean> {
  return (await tx`select from partners where id = viewer_partner() and is_host`).length > 0;
}
