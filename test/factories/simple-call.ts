import type {CallValues} from '../../app/domain/calls/call-fields.ts';

/** A simple call that was resolved at first contact: all that has to be typed, and no more. */
export const aSimpleCall: CallValues = {
  danger: 'no',
  callerKind: 'person',
  personKnown: 'anonymous',
  story: 'Would like to get out more.',
  needs: 'loneliness',
  domain: 'community',
  endings: 'information_given',
  informationNote: 'Told them about the coffee mornings.',
};
