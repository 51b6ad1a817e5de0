/**
 * Every field of a call that is being taken, with how long what is typed in it may be. The page, the drafts and the reading
 * at the end all go by this list. Safe in the browser.
 *
 * Several values in one field (needs, services, ways of ending) stand with a comma between them.
 * A guide's answers stand in `guide.<key>`, what the form of a channel adds in `form.<name>`: both are kept as they are.
 */
export const callFields = {
  danger: 10,
  dangerNote: 2000,
  stayedOnLine: 3,

  callerKind: 20,
  callerName: 200,
  callerPhone: 40,
  callerRelation: 100,
  callerOrganisation: 200,

  personKnown: 20,

  story: 20_000,
  needs: 1000,
  domain: 30,
  near: 100,

  goingWell: 4000,
  peopleAround: 4000,
  triedBefore: 4000,

  services: 2000,

  endings: 400,
  informationNote: 2000,
  selfCareNote: 2000,
  reconnectedWith: 2000,
  callBackOn: 10,
  callBackAt: 5,
  callBackBy: 36,
  callBackPhone: 40,
  callBackAbout: 1000,
  handOnTo: 30,
  handOnPriority: 20,
  handOnReason: 2000,
  referTo: 36,
  referReason: 4000,
  referConsentBy: 20,
  referConsentHow: 20,
  practice: 200,
  gpNote: 2000,
  emergencyService: 30,
  emergencyNote: 2000,
  concern: 4000,
  concernWishes: 2000,
  hasCareNeeds: 10,
  isAtRisk: 10,
  cannotProtect: 10,
  gapNeed: 80,
  gapReason: 20,
  gapService: 36,
  callerEndedNote: 2000,
  helpedTo: 200,

  closingText: 4000,
  sendBy: 10,
  sendTo: 254,
} as const satisfies Record<string, number>;

export type CallField = keyof typeof callFields;

/** What was typed, by field. What is not there was left empty. */
export type CallValues = Partial<Record<CallField, string>> & Record<string, string | undefined>;

const MOST_OF_A_FORM = 20_000;

/** How long the value of a field may be; null for a field that there is not. */
export function limitOf(name: string): number | null {
  if (Object.hasOwn(callFields, name)) return callFields[name as CallField];
  return /^(guide|form)\.[a-zA-Z0-9-]{1,60}$/.test(name) ? MOST_OF_A_FORM : null;
}

/** The values of a field that holds several. */
export const listOf = (value: string | undefined): string[] =>
  [...new Set((value ?? '').split(',').map((one) => one.trim()))].filter((one) => one !== '');
