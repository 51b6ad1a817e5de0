/** Opening hours as people write them: '08:30 to 12:00, 13:00 to 17:00', '24 hours', 'closed'. Safe in the browser. */
import {disciplines, type Discipline} from '../access/roles.ts';
import {DAY_NAMES, hoursShape, outOfHoursShape, WEEKDAYS, type OpeningHours, type OutOfHours} from './opening-hours.ts';

export const DAYS = [...WEEKDAYS, 'bankHoliday'] as const;
type Day = (typeof DAYS)[number];

export const RULES = {
  wait: 'It waits, and its clock stands still until the queue opens',
  round_the_clock: 'Somebody is there at any hour, so its clock never stands still',
  other_queue: 'Another queue takes it, by its own hours',
} as const satisfies Record<OutOfHours['rule'], string>;

/** As it is typed: one line for each day, and what holds outside. */
export type TypedHours = Record<Day | 'rule' | 'discipline' | 'urgent' | 'says', string>;

type Read =
  | {ok: true; hours: OpeningHours; outOfHours: OutOfHours}
  | {ok: false; problems: Partial<Record<keyof TypedHours, string>>};

export function typeHours(hours: OpeningHours, outOfHours: OutOfHours): TypedHours {
  const days = Object.fromEntries(DAYS.map((day) => [day, typeDay(hours[day])])) as Record<Day, string>;
  return {
    ...days,
    rule: outOfHours.rule,
    discipline: outOfHours.rule === 'other_queue' ? outOfHours.discipline : '',
    urgent: outOfHours.rule === 'round_the_clock' || outOfHours.urgentNeverStops ? 'yes' : '',
    says: outOfHours.says,
  };
}

function typeDay(openings: OpeningHours['mon']): string {
  if (openings.length === 0) return 'closed';
  if (openings.length === 1 && openings[0]![0] === '00:00' && openings[0]![1] === '24:00') return '24 hours';
  return openings.map(([opens, closes]) => `${opens} to ${closes}`).join(', ');
}

const PART = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:to|until|-|–)\s*(\d{1,2})(?:[:.](\d{2}))?$/;

/** The openings of one day; null for what cannot be read as such. */
export function readDay(typed: string): [string, string][] | null {
  const plain = typed.trim().toLowerCase();
  if (plain === '' || plain === 'closed') return [];
  if (plain === '24 hours' || plain === 'all day') return [['00:00', '24:00']];
  const openings: [string, string][] = [];
  for (const part of plain.split(/\s*(?:,|;|\band\b)\s*/)) {
    const [, opens = '', opensMinute = '00', closes = '', closesMinute = '00'] = PART.exec(part) ?? [];
    if (!opens) return null;
    openings.push([`${opens.padStart(2, '0')}:${opensMinute}`, `${closes.padStart(2, '0')}:${closesMinute}`]);
  }
  return openings;
}

/** Reads the form. Every day that cannot be read is named, with a word on how to write it. */
export function readHours(typed: TypedHours, own: Discipline): Read {
  const problems: Partial<Record<keyof TypedHours, string>> = {};
  const days: Partial<Record<Day, [string, string][]>> = {};
  for (const day of DAYS) {
    const read = readDay(typed[day]);
    const isFine = read !== null && hoursShape.shape[day].safeParse(read).success;
    if (isFine) days[day] = read;
    else problems[day] = `${DAY_NAMES[day]}: write times like 08:30 to 17:00, one opening after the other, or closed`;
  }
  const says = typed.says.replace(/\s+/g, ' ').trim();
  const urgentNeverStops = typed.urgent === 'yes';
  if (says.length > 500) problems.says = 'Use 500 letters at most';
  if (typed.rule === 'other_queue' && (!Object.hasOwn(disciplines, typed.discipline) || typed.discipline === own))
    problems.discipline = 'Choose which other queue takes it';
  const outOfHours = outOfHoursShape.safeParse(
    typed.rule === 'round_the_clock'
      ? {rule: typed.rule, says}
      : typed.rule === 'other_queue'
        ? {rule: typed.rule, discipline: typed.discipline, says, urgentNeverStops}
        : {rule: typed.rule, says, urgentNeverStops},
  );
  if (!outOfHours.success && !problems.discipline && !problems.says)
    problems.rule = 'Choose what holds outside these hours';
  const isNeverOpen = WEEKDAYS.every((day) => days[day]?.length === 0);
  if (isNeverOpen && typed.rule === 'wait')
    problems.mon = 'It must be open some time, as what waits for it would wait for ever';
  if (Object.keys(problems).length > 0 || !outOfHours.success) return {ok: false, problems};
  return {ok: true, hours: hoursShape.parse(days), outOfHours: outOfHours.data};
}
