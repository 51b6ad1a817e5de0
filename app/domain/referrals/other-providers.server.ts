/** To whom a referral can be passed on, and whom the rule suggests: by what they take, and by how full they are. */
import type {ISql} from '../../../db/client.ts';
import type {Asker} from '../people/staff-request.ts';
import {chooseProvider, serves, type Provider, type Wanted} from './choose-provider.ts';
import {isFull, type ProviderRoom} from './provider-room.ts';

export interface OtherProvider {
  id: string;
  name: string;
  says: string;
  room: ProviderRoom;
  isSuggested: boolean;
}

/** Those that take somebody now, the suggested first. Their numbers are of this morning and in fives. Runs inside `caseload`. */
export async function listOtherProviders(
  tx: ISql,
  {partnerId}: Asker['viewer'],
  wanted: Wanted,
): Promise<OtherProvider[]> {
  const rows = await tx<(Omit<Provider, 'isFull'> & ProviderRoom & {says: string})[]>`
    select
      referral_providers.partner_id, partners.name, says, outcodes, practices, languages, needs, is_open, room.capacity,
      room.open, room.waiting
    from referral_providers
    join partners on partners.id = referral_providers.partner_id
    join providers_room() as room on room.partner_id = referral_providers.partner_id
    where referral_providers.partner_id <> ${partnerId} and partners.closed_at is null and is_open
    order by partners.name
  `;
  const best = chooseProvider(
    rows.map((row) => ({...row, isFull: isFull(row)})),
    wanted,
  );
  // Somebody has to be first for a new referral; nobody has to be suggested here.
  const suggested = best && !best.isFull && serves(best, wanted) ? best : null;
  return rows
    .map(({partnerId: id, name, says, capacity, open, waiting}) => ({
      ...{id, name, says, room: {capacity, open, waiting}},
      isSuggested: id === suggested?.partnerId,
    }))
    .toSorted((one, other) => Number(other.isSuggested) - Number(one.isSuggested));
}

/** Of the viewer's own: as it is now. Null for an organisation that takes no referrals. */
export async function ownRoom(tx: ISql, {partnerId}: Asker['viewer']): Promise<ProviderRoom | null> {
  const [room] = await tx<ProviderRoom[]>`
    select
      capacity,
      (select count(*) from cases where partner_id = ${partnerId} and status <> 'closed')::integer as open,
      (
        select count(*)
        from referrals
        where
          to_partner_id = ${partnerId}
          and status in ('received', 'more_asked')
          and (held_because is null or held_until is not null)
      )::integer as waiting
    from referral_providers
    where partner_id = ${partnerId}
  `;
  return room ?? null;
}
