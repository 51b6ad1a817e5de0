import {showPhone} from '../people/phone.ts';
import type {CallValues} from './call-fields.ts';
import type {Call} from './get-call.server.ts';

/** A stored call as its fields would be typed, to be corrected or compared. */
export function callValues(call: Call): CallValues {
  const note = (kind: string) => call.endings.find((ending) => ending.kind === kind)?.note ?? '';
  const ending = (kind: string) => call.endings.find((one) => one.kind === kind);
  return {
    danger: call.danger,
    dangerNote: call.dangerNote ?? '',
    stayedOnLine: call.stayedOnLine === null ? '' : call.stayedOnLine ? 'yes' : 'no',
    callerKind: call.callerKind,
    callerName: call.callerName ?? '',
    callerPhone: call.callerPhone ? showPhone(call.callerPhone) : '',
    callerRelation: call.callerRelation ?? '',
    callerOrganisation: call.callerOrganisation ?? '',
    personKnown: call.personKnown,
    story: call.story,
    needs: call.needs.map(({key}) => key).join(','),
    domain: call.domain,
    goingWell: call.goingWell ?? '',
    peopleAround: call.peopleAround ?? '',
    triedBefore: call.triedBefore ?? '',
    services: call.services.map(({id}) => id).join(','),
    endings: call.endings.map(({kind}) => kind).join(','),
    informationNote: note('information_given'),
    selfCareNote: note('self_care'),
    reconnectedWith: note('reconnected'),
    practice: ending('passed_to_gp')?.practice ?? '',
    gpNote: note('passed_to_gp'),
    emergencyService: ending('emergency_services')?.emergencyService ?? '',
    emergencyNote: note('emergency_services'),
    gapNeed: call.gaps.map(({needKey}) => needKey).join(','),
    gapReason: call.gaps[0]?.reason ?? '',
    callerEndedNote: note('caller_ended'),
    helpedTo: ending('wrong_number')?.helpedTo ?? '',
    closingText: call.closingText ?? '',
  };
}
