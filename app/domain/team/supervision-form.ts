/** A note of supervision as a lead types it. Safe in the browser. */
import type {CalendarDate} from '../dates/calendar-date.ts';

/** As it stands in the form. */
export interface TypedNote {
  heldOn: string;
  words: string;
  isShared: boolean;
  /** What one of the two will do. With none, these stay empty. */
  what: string;
  dueOn: string;
  owner: string;
}

export interface SupervisionNote {
  heldOn: CalendarDate;
  words: string;
  isShared: boolean;
  action: {what: string; dueOn: CalendarDate; isWorkers: boolean} | null;
}

export const OWNERS = {worker: 'The link worker', lead: 'Me'} as const;

export const typedNote = (form: FormData): TypedNote => {
  const text = (name: string, most: number) => String(form.get(name) ?? '').slice(0, most);
  return {
    heldOn: text('heldOn', 20),
    words: text('words', 20_000),
    isShared: form.get('isShared') === 'yes',
    what: text('what', 2000),
    dueOn: text('dueOn', 20),
    owner: text('owner', 10),
  };
};

const isDay = (typed: string) =>
  /^\d{4}-\d\d-\d\d$/.test(typed) && new Date(`${typed}T00:00:00Z`).toJSON()?.slice(0, 10) === typed;

/** Reads what was typed, or says beside each field what has to be put right. @param today 'YYYY-MM-DD' */
export function readNote(
  typed: TypedNote,
  today: CalendarDate,
): {ok: true; note: SupervisionNote} | {ok: false; problems: Partial<Record<keyof TypedNote, string>>} {
  const problems: Partial<Record<keyof TypedNote, string>> = {};
  if (!isDay(typed.heldOn)) problems.heldOn = 'Enter the day you talked';
  else if (typed.heldOn > today) problems.heldOn = 'Enter a day up to today';
  const words = typed.words.trim();
  if (!words) problems.words = 'Write down what you talked about';
  else if (words.length > 8000) problems.words = 'Use 8,000 letters or fewer';
  const what = typed.what.trim();
  if (what.length > 300) problems.what = 'Use 300 letters or fewer';
  if (!what && typed.dueOn) problems.what = 'Say what will be done by that day, or leave the day empty';
  if (what && !isDay(typed.dueOn)) problems.dueOn = 'Enter the day by which it will be done';
  if (what && !Object.hasOwn(OWNERS, typed.owner)) problems.owner = 'Choose who does it';
  if (Object.keys(problems).length > 0) return {ok: false, problems};
  return {
    ok: true,
    note: {
      heldOn: typed.heldOn,
      words,
      isShared: typed.isShared,
      action: what ? {what, dueOn: typed.dueOn, isWorkers: typed.owner === 'worker'} : null,
    },
  };
}
