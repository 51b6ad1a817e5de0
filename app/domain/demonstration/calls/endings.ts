/** How the made-up calls end, and what they are about. */
import type {CallDomain, GapReason} from '../../calls/call-choices.ts';
import type {DispositionKind} from '../../calls/dispositions.ts';
import type {Chance} from './chance.ts';

/** The share of the calls that count which are resolved at first contact. */
const RESOLVED: Record<CallDomain, number> = {
  adult_social_care: 0.725,
  mental_health: 0.665,
  health: 0.255,
  carers: 0.63,
  safeguarding: 0.12,
  hospital_discharge: 0.34,
  community: 0.82,
  none: 0.55,
};

type Weighted<Item> = readonly (readonly [Item, number])[];

const WAYS_OF_RESOLVING: Weighted<DispositionKind> = [
  ['information_given', 46],
  ['signposted', 32],
  ['self_care', 12],
  ['reconnected', 10],
];
const WAYS_OF_PASSING_ON: Record<CallDomain, Weighted<DispositionKind>> = {
  adult_social_care: [
    ['handed_on', 58],
    ['nothing_suitable', 12],
    ['caller_ended', 10],
    ['passed_to_gp', 8],
    ['safeguarding', 5],
    ['emergency_services', 2],
    ['link_worker_referral', 5],
  ],
  mental_health: [
    ['handed_on', 62],
    ['emergency_services', 12],
    ['passed_to_gp', 12],
    ['caller_ended', 10],
    ['nothing_suitable', 4],
  ],
  health: [
    ['handed_on', 56],
    ['passed_to_gp', 30],
    ['emergency_services', 8],
    ['caller_ended', 4],
    ['nothing_suitable', 2],
  ],
  carers: [
    ['handed_on', 52],
    ['nothing_suitable', 22],
    ['passed_to_gp', 10],
    ['caller_ended', 8],
    ['link_worker_referral', 8],
  ],
  safeguarding: [
    ['safeguarding', 74],
    ['handed_on', 16],
    ['emergency_services', 7],
    ['caller_ended', 3],
  ],
  hospital_discharge: [
    ['handed_on', 80],
    ['passed_to_gp', 12],
    ['nothing_suitable', 6],
    ['caller_ended', 2],
  ],
  community: [
    ['nothing_suitable', 44],
    ['caller_ended', 22],
    ['handed_on', 18],
    ['link_worker_referral', 16],
  ],
  none: [
    ['caller_ended', 80],
    ['handed_on', 20],
  ],
};
const LEFT_OUT: Weighted<DispositionKind> = [
  ['call_back_promised', 62],
  ['wrong_number', 33],
  ['test_call', 5],
];
const SHARE_LEFT_OUT = 0.055;

/** What the calls of a domain are about: keys of the one list of needs. */
export const NEEDS_OF: Record<CallDomain, Weighted<string>> = {
  adult_social_care: [
    ['personal-care', 24],
    ['equipment-and-adaptations', 16],
    ['housework-and-shopping', 10],
    ['care-choices', 10],
    ['meals-at-home', 7],
    ['loneliness', 8],
    ['dementia', 8],
    ['transport', 5],
    ['home-repairs', 4],
    ['benefits', 4],
    ['physical-disability', 4],
  ],
  health: [
    ['falls', 26],
    ['long-term-condition', 22],
    ['foot-care', 16],
    ['end-of-life', 6],
    ['hearing', 5],
    ['sight', 4],
    ['dementia', 7],
    ['equipment-and-adaptations', 8],
    ['cancer', 6],
  ],
  mental_health: [
    ['low-mood', 34],
    ['anxiety', 28],
    ['mental-health-crisis', 16],
    ['bereavement', 8],
    ['addiction-alcohol', 8],
    ['addiction-drugs', 6],
  ],
  carers: [
    ['carers-support', 72],
    ['dementia', 16],
    ['young-carers', 4],
    ['benefits', 8],
  ],
  safeguarding: [
    ['feeling-unsafe', 58],
    ['domestic-abuse', 26],
    ['scams', 16],
  ],
  hospital_discharge: [
    ['hospital-discharge', 82],
    ['equipment-and-adaptations', 12],
    ['personal-care', 6],
  ],
  community: [
    ['loneliness', 24],
    ['food', 14],
    ['energy-bills', 16],
    ['debt', 12],
    ['getting-active', 9],
    ['transport', 10],
    ['housing', 9],
    ['benefits', 6],
  ],
  none: [],
};

/** What is not to be had, and why: the demonstration's own story is that feet are looked after too far away. */
export const GAP_REASONS_OF: Record<string, Weighted<GapReason>> = {
  'foot-care': [
    ['full', 30],
    ['too_far', 40],
    ['cost', 20],
    ['none_exists', 10],
  ],
  transport: [
    ['none_exists', 40],
    ['hours', 40],
    ['cost', 20],
  ],
};
export const OTHER_GAP_REASONS: Weighted<GapReason> = [
  ['full', 40],
  ['none_exists', 16],
  ['too_far', 16],
  ['hours', 10],
  ['cost', 8],
  ['not_eligible', 7],
  ['language', 3],
];

/**
 * How a call ends.
 * @param better how much more is resolved than usual, such as 0.02 for two in a hundred
 */
export function endingsOf(
  {
    domain,
    isKnown,
    mainNeed,
    better,
  }: {domain: CallDomain; isKnown: boolean; mainNeed: string | undefined; better: number},
  chance: Chance,
): DispositionKind[] {
  if (chance.happens(SHARE_LEFT_OUT)) return [chance.weighted(LEFT_OUT)];
  // Feet are what the desk keeps meeting and cannot help with.
  if (mainNeed === 'foot-care' && chance.happens(0.12)) return ['nothing_suitable'];
  if (chance.happens(RESOLVED[domain] + better)) {
    const first = chance.weighted(WAYS_OF_RESOLVING);
    const second = chance.happens(0.18) ? chance.weighted(WAYS_OF_RESOLVING) : first;
    return first === second ? [first] : [first, second];
  }
  const passed = chance.weighted(WAYS_OF_PASSING_ON[domain]);
  // A link worker and a gap both need something that is not known of everyone.
  if (passed === 'link_worker_referral' && !isKnown) return ['handed_on'];
  if (passed === 'nothing_suitable' && !mainNeed) return ['caller_ended'];
  return chance.happens(0.2) && passed === 'handed_on' ? ['information_given', passed] : [passed];
}
