import type {Discipline, Role} from './roles.ts';

/** A made-up member of staff, whom anyone may be in the demonstration. */
export interface DemonstrationAccount {
  id: string;
  name: string;
  email: string;
  partnerName: string;
  roles: Role[];
  /** Of a practitioner. */
  disciplines: Discipline[];
}
