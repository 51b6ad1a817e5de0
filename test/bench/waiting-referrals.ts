/** An inbox in which thousands wait: half of them people with a record already, half by what was typed. For measurements. */
import type {Sql} from '../../db/client.ts';

/** So many referrals more that wait at a provider, about people there are. */
export async function fillInbox(owner: Sql, to: {partnerId: string; partnershipId: string}, count: number) {
  await owner`
    insert into referrals (
      partnership_id, to_partner_id, person_id, source, reason, needs, consent_by, consent_how, made_at, given_name,
      family_name, birth_date, phone, outcode, urgency
    )
    select
      ${to.partnershipId}, ${to.partnerId}, case when place % 2 = 0 then id end, 'self', 'Would like company',
      '{loneliness}', 'person', 'spoken', now() - place * interval '12 minutes', given_name, family_name, birth_date,
      '+447700900' || lpad((place % 1000)::text, 3, '0'), outcode,
      (array['urgent', 'soon', 'routine', 'routine', 'routine'])[1 + place % 5]
    from (
      select people.*, row_number() over (order by md5(people.id::text)) as place
      from people
      where given_name is not null and family_name is not null
    ) as drawn
    where place <= ${count}
  `;
  await owner`vacuum analyze referrals`;
}
