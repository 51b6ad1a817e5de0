/** Which part of life a need usually belongs to, to suggest it; the handler decides. Safe in the browser. */
import type {CallDomain} from './call-choices.ts';

const BY_NEED: Record<string, CallDomain> = {
  'low-mood': 'mental_health',
  anxiety: 'mental_health',
  'mental-health-crisis': 'mental_health',
  'addiction-alcohol': 'mental_health',
  'addiction-drugs': 'mental_health',
  'carers-support': 'carers',
  'young-carers': 'carers',
  'domestic-abuse': 'safeguarding',
  'feeling-unsafe': 'safeguarding',
  'hospital-discharge': 'hospital_discharge',
};

const BY_GROUP: Record<string, CallDomain> = {
  health: 'health',
  care: 'adult_social_care',
  wellbeing: 'community',
};

/** @param group the group of the need in the one list */
export const domainOfNeed = (key: string, group: string): CallDomain => BY_NEED[key] ?? BY_GROUP[group] ?? 'community';
