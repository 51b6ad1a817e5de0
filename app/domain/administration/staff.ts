/** Accounts as an administrator sees them. */
import type {Discipline, Role} from '../access/roles.ts';

/**
 * `invited`: the account is made, no password is chosen yet; `disabled`: closed, nobody can sign in with it.
 */
export type StaffState = 'active' | 'invited' | 'disabled';

export const stateNames: Record<StaffState, string> = {active: 'Active', invited: 'Invited', disabled: 'Closed'};

export interface StaffSummary {
  id: string;
  name: string;
  email: string;
  partnerName: string;
  roles: Role[];
  state: StaffState;
}

/** What an administrator can change in one go. */
export interface StaffChoices {
  name: string;
  roles: Role[];
  disciplines: Discipline[];
  teamIds: string[];
}

export interface StaffDetails extends StaffSummary, StaffChoices {
  partnerId: string;
  version: number;
  /** When the last invitation runs out or ran out; null when there was none. */
  invitedUntil: Date | null;
  /** Where they are signed in now. */
  openSessions: number;
  lastSeenAt: Date | null;
}

/** Why a change of an account was refused. */
export type StaffRefusal =
  | {ok: false; reason: 'missing'}
  /** Somebody else changed it first: what stands there now. */
  | {ok: false; reason: 'changed'; now: StaffDetails}
  | {ok: false; reason: 'own_administrator'}
  | {ok: false; reason: 'own_account'}
  | {ok: false; reason: 'last_administrator'};
