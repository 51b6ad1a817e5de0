/** By what a caseload is narrowed, beside whose it is and how it stands. Safe in the browser. */
import type {Tier} from './case-choices.ts';

/** When the next step of an open case is due. */
export const STEP_STATES = {
  late: 'Late',
  today: 'Today',
  week: 'In the next 7 days',
  later: 'After that',
  none: 'No next step',
} as const;
export type StepState = keyof typeof STEP_STATES;

export interface Narrowing {
  /** Key of a need that the case has, among others. */
  need?: string;
  tier?: Tier;
  /** First half of a postcode. */
  area?: string;
  /** A team of the viewer's own organisation: of the case, or of whoever walks with them. */
  team?: string;
  step?: StepState;
}

/** In the order in which they are offered. */
export const NARROWINGS = {
  need: 'Need',
  tier: 'Kind of support',
  area: 'Area',
  team: 'Team',
  step: 'Next step',
} as const;
export type NarrowedBy = keyof typeof NARROWINGS;
export const NARROWED_BY = Object.keys(NARROWINGS) as NarrowedBy[];

/** As it goes into an address, after other parts: '&need=loneliness&area=RG12'; empty where nothing is narrowed. */
export const narrowedQuery = (narrowed: Narrowing): string =>
  NARROWED_BY.flatMap((by) => (narrowed[by] ? [`&${by}=${narrowed[by]}`] : [])).join('');
