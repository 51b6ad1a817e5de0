import type {CalendarDate} from './calendar-date.ts';

/** One hour that passes, and where it stands on the clock. */
export interface Hour {
  /** When it begins. */
  at: Date;
  day: CalendarDate;
  /** On the clock in Britain, 0 to 23. */
  clock: number;
}

const CLOCK = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Every hour that truly passes from `from` until `until`: in spring one is missing on the clock, in autumn one comes twice. */
export function* hoursBetween(from: Date, until: Date): Generator<Hour> {
  for (let at = Math.floor(from.getTime() / 3_600_000) * 3_600_000; at < until.getTime(); at += 3_600_000) {
    const [day, clock] = CLOCK.format(at).split(', ') as [CalendarDate, string];
    yield {at: new Date(at), day, clock: Number(clock)};
  }
}
