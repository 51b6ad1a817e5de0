/** Somebody known at an organisation, as pages show them. */
import type {KnownPerson} from '../../components/onward/known-people.tsx';
import {dayOf} from '../../components/measures/day-of.ts';
import type {KnownContact} from '../../domain/onward/known-contacts.server.ts';

export const toKnownPerson = ({checkedOn, version: _version, ...contact}: KnownContact): KnownPerson => ({
  ...contact,
  checked: `Last checked on ${dayOf(checkedOn)}.`,
});
