import {Tag} from 'nhsuk-react-components';
import {stateNames, type StaffState} from '../../domain/administration/staff.ts';

const COLOURS = {active: 'green', invited: 'blue', disabled: 'grey'} as const;

export function StateTag({state}: {state: StaffState}) {
  return <Tag modifier={COLOURS[state]}>{stateNames[state]}</Tag>;
}
