import type {Role} from './roles.ts';

/** Who is signed in, as every query about a person or an account is told. */
export interface Viewer {
  staffId: string;
  name: string;
  partnerId: string;
  partnerName: string;
  partnershipId: string;
  /** Whether theirs is the organisation that runs this site for the partnership. */
  isHost: boolean;
  roles: Role[];
  sessionId: string;
}

/** Whether the viewer has one of these roles. */
export const hasRole = (viewer: Pick<Viewer, 'roles'>, ...wanted: Role[]): boolean =>
  viewer.roles.some((role) => wanted.includes(role));
