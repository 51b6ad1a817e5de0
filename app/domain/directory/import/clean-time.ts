import type {Note} from './finding.ts';
import {isNothing} from './loose-values.ts';

/** Minutes after midnight, 0 to 1440. */
type Minutes = number;

const NAMED: Record<string, Minutes> = {noon: 720, midday: 720, '12noon': 720, midnight: 0, '12midnight': 0};
const CLOCK =
  /^(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2})(?:\.\d+)?)?(am|pm|a|p)?(?:hrs?|h|o'?clock)?(z|utc|gmt|bst|[+-]\d{2}:?\d{2})?$/;

/** '9am', '9.30', '10:00Z', '17:00:00', 'noon', 930 … as minutes after midnight. Null when it is no time of day. */
export function readTime(value: unknown): Minutes | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  let text = String(value).trim().slice(0, 60).toLowerCase();
  // A whole timestamp where a time belongs.
  text = text.replace(/^\d{4}-\d{2}-\d{2}[t ]/, '');
  text = text.replace(/\s+/g, '').replace(/([ap])\.m\.?/, '$1m');
  if (text in NAMED) return NAMED[text]!;
  const compact = /^(\d{1,2})(\d{2})(?:hrs?|h)?$/.exec(text);
  const match = compact ? [text, compact[1], compact[2]] : CLOCK.exec(text);
  if (!match) return null;
  const [, hourText, minuteText = '0', , half] = match;
  let hour = Number(hourText);
  const minute = Number(minuteText);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.startsWith('p') ? 12 : 0);
  }
  const minutes = hour * 60 + minute;
  return minute < 60 && minutes <= 1440 ? minutes : null;
}

/** '9am-5pm', '10 to 12', '2–4pm'. The half of the day of the end holds for the start where that makes sense. */
export function readTimeRange(text: string): {opens: Minutes; closes: Minutes} | null {
  if (text.length > 60) return null;
  const match = /^\s*(.+?)\s*(?:-|–|—|\bto\b|\buntil\b|\btill?\b)\s*(.+?)\s*$/i.exec(text);
  if (!match) return null;
  const closes = readTime(match[2]);
  let opens = readTime(match[1]);
  if (opens === null || closes === null) return null;
  const halfIsShared = /p\.?m?\.?$/i.test(match[2]!.trim()) && /^\d{1,2}([:.]\d{2})?$/.test(match[1]!.trim());
  if (halfIsShared && opens < 720 && opens + 720 < closes) opens += 720;
  return {opens, closes};
}

export function clock(minutes: Minutes): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** One stretch of a day. `nextDay` is the part of a night after midnight. */
interface Hours {
  opens: string | null;
  closes: string | null;
  nextDay: boolean;
}

/** The day ends here: 24:00 reads as 12 noon in too many programs. */
const END_OF_DAY = '23:59';

/**
 * Opening and closing time. What runs past midnight becomes two stretches; a closing time that cannot be right is left
 * out, because an opening time alone still helps.
 */
export function cleanHours(opensValue: unknown, closesValue: unknown, field: string, note: Note): Hours[] {
  const range = isNothing(closesValue) && typeof opensValue === 'string' ? readTimeRange(opensValue) : null;
  if (range) note(`${field}.opens_at`, 'Opening and closing time stood in one field', opensValue);
  const opens = range ? range.opens : cleanTime(opensValue, `${field}.opens_at`, note);
  const closes = range ? range.closes : cleanTime(closesValue, `${field}.closes_at`, note);
  if (opens === null && closes === null) return [];
  if (opens === 1440 || closes === null) {
    if (opens === 1440)
      note(`${field}.opens_at`, 'It cannot open at the end of the day, so the time was left out', opensValue);
    return opens === 1440 ? [] : [{opens: opens === null ? null : clock(opens), closes: null, nextDay: false}];
  }
  if (opens === null) return closes === 0 ? [] : [{opens: null, closes: endOf(closes), nextDay: false}];
  if (closes > opens) return [{opens: clock(opens), closes: endOf(closes), nextDay: false}];
  if (closes === 0) {
    note(`${field}.closes_at`, 'Midnight at the end of the day was kept as 23:59', closesValue);
    return [{opens: clock(opens), closes: END_OF_DAY, nextDay: false}];
  }
  if (runsOvernight(opens, closes)) {
    note(`${field}.closes_at`, 'It runs past midnight, so it was kept as two times', closesValue);
    return [
      {opens: clock(opens), closes: END_OF_DAY, nextDay: false},
      {opens: '00:00', closes: clock(closes), nextDay: true},
    ];
  }
  note(`${field}.closes_at`, 'It would close before it opens, so the closing time was left out', closesValue);
  return [{opens: clock(opens), closes: null, nextDay: false}];
}

const endOf = (closes: Minutes) => (closes === 1440 ? END_OF_DAY : clock(closes));

/** From the afternoon into the small hours, or from the evening until the morning. 9:00 to 5:00 is a slip for 17:00. */
function runsOvernight(opens: Minutes, closes: Minutes): boolean {
  return closes < opens && ((opens >= 720 && closes <= 240) || (opens >= 960 && closes <= 600));
}

function cleanTime(value: unknown, field: string, note: Note): Minutes | null {
  if (isNothing(value)) return null;
  const minutes = readTime(value);
  if (minutes === null) note(field, 'Not a time of day, so it was left out', value);
  else if (typeof value !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d(:\d{2})?$/.test(value.trim())) {
    note(field, 'The time was written another way', value);
  }
  return minutes;
}
