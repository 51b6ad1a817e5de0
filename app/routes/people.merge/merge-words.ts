import type {Merged} from '../../domain/people/merge-people.server.ts';

type Refusal = Extract<Merged, {ok: false}>['reason'];

/** Why two records were not joined. */
export const REFUSALS: Record<Exclude<Refusal, 'not_opened'>, string> = {
  evidence:
    'Too little says that these are one person. A shared telephone or e-mail is not enough; the name and birth date, or the NHS number, must fit',
  confirm: 'One of the records has no name. Tick that you know they are one person, and how',
  same: 'This is the same record',
  not_found: 'There is no such record that you may see, or it has been joined already',
  not_shared:
    'The other record is kept by an organisation that may not see this one. The person must agree to share first',
};
