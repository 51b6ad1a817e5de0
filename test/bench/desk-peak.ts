/** What the busiest hour is where 12,000 people ring in a month, by the shape of the made-up year. */
import {hoursBetween} from '../../app/domain/dates/hours.ts';
import {expectedIn} from '../../app/domain/demonstration/calls/shape.ts';
import {A_YEAR} from './desk-calls.ts';

/** Calls in the busiest hour of a year, and when that is. */
export function busiestHour(year = 2026): {calls: number; day: string; clock: number} {
  const hours = [...hoursBetween(new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year + 1, 0, 1)))].map((hour) => ({
    ...hour,
    part: expectedIn(hour).reduce((sum, {part}) => sum + part, 0),
  }));
  const whole = hours.reduce((sum, {part}) => sum + part, 0);
  const most = hours.reduce((one, other) => (other.part > one.part ? other : one));
  return {calls: (most.part * A_YEAR) / whole, day: most.day, clock: most.clock};
}
