/** What the viewer's own organisation takes: read and changed by those who lead its link workers. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import type {Takes} from './provider-form.ts';

interface OwnProvider extends Takes {
  version: number;
  /** Open cases of all its workers now, beside its capacity. */
  open: number;
  /** What may be ticked. */
  choices: {key: string; name: string}[];
}

/** Null for an organisation that takes no referrals. */
export function getOwnProvider(sql: Sql, {viewer, address}: Asker): Promise<OwnProvider | null> {
  return within(sql, {purpose: 'caseload', viewer, address}, async (tx) => {
    const [provider] = await tx<Omit<OwnProvider, 'choices'>[]>`
      select
        says, outcodes, practices, languages, networks, needs, capacity, gives_out, is_open, version,
        (select count(*) from cases where partner_id = ${viewer.partnerId} and status <> 'closed') as open
      from referral_providers
      where partner_id = ${viewer.partnerId}
    `;
    if (!provider) return null;
    const choices = await tx<OwnProvider['choices']>`
      select key, name from needs where is_common or key = any(${provider.needs}) order by name
    `;
    return {...provider, choices: [...choices]};
  });
}

/** What comes in from now on goes by it; what waits stays where it is. `changed`: somebody else was quicker. */
export function changeProvider(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  {version, ...takes}: Takes & {version: number},
): Promise<{ok: true} | {ok: false; reason: 'changed'}> {
  return within(sql, {purpose: 'caseload', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const changed = await tx`
        update referral_providers
        set
          says = ${takes.says},
          outcodes = ${takes.outcodes},
          practices = ${takes.practices},
          languages = ${takes.languages},
          networks = ${takes.networks},
          needs = array(select key from needs where key = any(${takes.needs}) order by key),
          capacity = ${takes.capacity},
          gives_out = ${takes.givesOut},
          is_open = ${takes.isOpen},
          version = version + 1
        where partner_id = ${viewer.partnerId} and version = ${version}
      `;
      if (changed.count === 0) return {ok: false, reason: 'changed'} as const;
      await recordAct(tx, {action: 'provider_changed', details: {provider: viewer.partnerId, isOpen: takes.isOpen}});
      return {ok: true} as const;
    }),
  );
}
