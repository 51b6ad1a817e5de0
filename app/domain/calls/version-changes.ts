/** What a correction changed, in words: how each field read before. Pure. */
import {CALLER_KINDS, DANGER, DOMAINS, EMERGENCY_SERVICES, GAP_REASONS, PERSON_KNOWN} from './call-choices.ts';
import {listOf, type CallField, type CallValues} from './call-fields.ts';
import {DISPOSITIONS} from './dispositions.ts';

const LABELS: Partial<Record<CallField, string>> = {
  danger: 'Danger',
  dangerNote: 'What the danger was',
  stayedOnLine: 'Stayed on the line',
  callerKind: 'Who called',
  callerName: 'Caller’s name',
  callerPhone: 'Caller’s number',
  callerRelation: 'What they are to the person',
  callerOrganisation: 'Caller’s organisation',
  personKnown: 'Person',
  story: 'Story',
  needs: 'Needs',
  domain: 'Part of life',
  goingWell: 'What is going well',
  peopleAround: 'Who is around',
  triedBefore: 'What has been tried',
  services: 'Services given',
  endings: 'How it ended',
  informationNote: 'What they were told',
  selfCareNote: 'What they would do',
  reconnectedWith: 'Back in touch with',
  practice: 'Practice',
  gpNote: 'What the practice was asked',
  emergencyService: 'Emergency service',
  emergencyNote: 'What was agreed with it',
  gapNeed: 'Need not met',
  gapReason: 'Why it was not met',
  callerEndedNote: 'Where they had got to',
  helpedTo: 'Where they were helped to go',
  closingText: 'What was read back',
};

const YES_NO = {yes: 'Yes', no: 'No'};
const CHOICES: Partial<Record<CallField, Record<string, string>>> = {
  danger: DANGER,
  stayedOnLine: YES_NO,
  callerKind: CALLER_KINDS,
  domain: DOMAINS,
  personKnown: PERSON_KNOWN,
  emergencyService: EMERGENCY_SERVICES,
  gapReason: GAP_REASONS,
};

/** The names of needs, by their key. */
export type NeedNames = ReadonlyMap<string, string>;

/**
 * The fields that read otherwise before, each with its old words.
 * @param next how the call read after that correction
 */
export function changesOf(was: CallValues, next: CallValues, needNames: NeedNames): {label: string; value: string}[] {
  return (Object.keys(LABELS) as CallField[]).flatMap((name) => {
    const before = was[name] ?? '';
    if (before === (next[name] ?? '')) return [];
    return {label: LABELS[name]!, value: before === '' ? 'Nothing' : inWords(name, before, needNames)};
  });
}

function inWords(name: CallField, value: string, needNames: NeedNames): string {
  const list = listOf(value);
  if (name === 'services') return list.length === 1 ? '1 service' : `${list.length} services`;
  if (name === 'needs' || name === 'gapNeed') return list.map((key) => needNames.get(key) ?? key).join(', ');
  if (name === 'endings')
    return list.map((kind) => DISPOSITIONS[kind as keyof typeof DISPOSITIONS]?.name ?? kind).join(', ');
  return CHOICES[name]?.[value] ?? value;
}
