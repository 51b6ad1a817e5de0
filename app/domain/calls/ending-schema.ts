/** The ways of ending a call, each with what it requires. Safe in the browser. */
import {z} from 'zod';
import {disciplines, type Discipline} from '../access/roles.ts';
import {AGREED_BY, AGREED_HOW} from '../people/opening-reasons.ts';
import {EMERGENCY_SERVICES, GAP_REASONS, PARTS_OF_THREE} from './call-choices.ts';
import {PRIORITIES} from '../queues/priorities.ts';

const keysOf = <T extends object>(choices: T) => Object.keys(choices) as [keyof T & string, ...(keyof T & string)[]];
const words = (limit: number, problem: string) =>
  z.string({error: problem}).trim().min(1, problem).max(limit, `Use ${limit} letters at most`);
const wordsOrNone = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, `Use ${limit} letters at most`)
    .default('')
    .transform((text) => text || null);
const oneOf = <T extends object>(choices: T, problem: string) => z.enum(keysOf(choices), {error: problem});

/**
 * One way of ending a call. The names of its parts are those of the fields of the page, so that what is said about one
 * stands beside the other.
 */
export const endingShape = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('information_given'), informationNote: words(2000, 'Say what you told them')}),
  z.object({kind: z.literal('self_care'), selfCareNote: words(2000, 'Say what they will do for themselves')}),
  z.object({
    kind: z.literal('signposted'),
    services: z.array(z.uuid()).min(1, 'Give them at least one service from the directory').max(20),
  }),
  z.object({
    kind: z.literal('reconnected'),
    reconnectedWith: words(2000, 'Say which service they are back in touch with'),
  }),
  z.object({
    kind: z.literal('call_back_promised'),
    callBackDue: z.date({error: 'Say on which day and at what time, like 14:30'}),
    callBackBy: z.uuid().nullable(),
    callBackPhone: z.string({error: 'Write a telephone number like 01632 960001'}).nullable(),
    callBackAbout: words(1000, 'Say what the call-back is about'),
  }),
  z.object({
    kind: z.literal('handed_on'),
    handOnTo: oneOf(disciplines as Record<Discipline, string>, 'Choose who should take it up'),
    handOnPriority: oneOf(PRIORITIES, 'Choose how soon'),
    handOnReason: words(2000, 'Say why, in a sentence or two'),
  }),
  z.object({
    kind: z.literal('link_worker_referral'),
    referTo: z.uuid({error: 'Choose an organisation'}),
    referReason: words(4000, 'Say what a link worker could help with'),
    referConsentBy: oneOf(AGREED_BY, 'Say who agreed to the referral'),
    referConsentHow: oneOf(AGREED_HOW, 'Say how they agreed'),
  }),
  z.object({
    kind: z.literal('passed_to_gp'),
    practice: words(200, 'Say which practice'),
    gpNote: wordsOrNone(2000),
  }),
  z.object({
    kind: z.literal('emergency_services'),
    emergencyService: oneOf(EMERGENCY_SERVICES, 'Choose which service'),
    emergencyNote: wordsOrNone(2000),
  }),
  z.object({
    kind: z.literal('safeguarding'),
    concern: words(4000, 'Say what worries you, in the words you heard'),
    concernWishes: wordsOrNone(2000),
    hasCareNeeds: oneOf(PARTS_OF_THREE, 'Answer the first question'),
    isAtRisk: oneOf(PARTS_OF_THREE, 'Answer the second question'),
    cannotProtect: oneOf(PARTS_OF_THREE, 'Answer the third question'),
  }),
  z.object({
    kind: z.literal('nothing_suitable'),
    gapNeeds: z.array(z.string()).min(1, 'Choose the need that could not be met').max(8),
    gapReason: oneOf(GAP_REASONS, 'Choose why nothing was suitable'),
    gapService: z.uuid().nullable(),
  }),
  z.object({kind: z.literal('caller_ended'), callerEndedNote: words(2000, 'Say where you had got to')}),
  z.object({kind: z.literal('wrong_number'), helpedTo: words(200, 'Say where you told them to ring')}),
  z.object({kind: z.literal('test_call')}),
]);

export type Ending = z.output<typeof endingShape>;
export type EndingOf<Kind extends Ending['kind']> = Extract<Ending, {kind: Kind}>;
