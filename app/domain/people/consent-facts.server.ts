import type {ISql} from '../../../db/client.ts';
import type {ConsentFact} from './consent-words.ts';

/** A consent as it was recorded. */
export interface Consent extends ConsentFact {
  id: string;
  personId: string;
  partner: string | null;
  recordedBy: string | null;
  recordedAt: Date;
}

/** All facts about these people's consent, in the order in which they were recorded. */
export async function listConsents(tx: ISql, people: string[]): Promise<Consent[]> {
  return tx<Consent[]>`
    select
      consents.id,
      person_id,
      consents.kind,
      consents.partner_id,
      partners.name as partner,
      organisation,
      decision,
      decided_on,
      decided_by,
      decided_by_name,
      how,
      note,
      staff.name as recorded_by,
      recorded_at
    from consents
    left join partners on partners.id = consents.partner_id
    left join staff on staff.id = recorded_by
    where person_id = any(${people})
    order by number
  `;
}
