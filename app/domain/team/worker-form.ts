/** A link worker's week as a lead types it: lines and commas become lists. Safe in the browser. */
import {listOf, OUTCODE} from '../referrals/provider-form.ts';

/** As it stands in the form. */
export interface TypedWeek {
  hours: string;
  ceiling: string;
  takesNew: string;
  outcodes: string;
  practices: string;
  networks: string;
  languages: string;
  needs: string[];
}

export interface WorkerWeek {
  hours: number | null;
  ceiling: number | null;
  takesNew: boolean;
  outcodes: string[];
  practices: string[];
  networks: string[];
  languages: string[];
  needs: string[];
}

const MOST = 200;

export const typedWeek = (form: FormData): TypedWeek => {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 20_000);
  return {
    hours: text('hours'),
    ceiling: text('ceiling'),
    takesNew: text('takesNew'),
    outcodes: text('outcodes'),
    practices: text('practices'),
    networks: text('networks'),
    languages: text('languages'),
    needs: form.getAll('needs').map(String).slice(0, MOST),
  };
};

export const typeWeek = (week: WorkerWeek): TypedWeek => ({
  hours: week.hours === null ? '' : String(week.hours),
  ceiling: week.ceiling === null ? '' : String(week.ceiling),
  takesNew: week.takesNew ? 'yes' : 'no',
  outcodes: week.outcodes.join(', '),
  practices: week.practices.join('\n'),
  networks: week.networks.join('\n'),
  languages: week.languages.join('\n'),
  needs: week.needs,
});

/** Reads what was typed, or says beside each field what has to be put right. */
export function readWeek(
  typed: TypedWeek,
): {ok: true; week: WorkerWeek} | {ok: false; problems: Partial<Record<keyof TypedWeek, string>>} {
  const problems: Partial<Record<keyof TypedWeek, string>> = {};
  const hours = numberOf(typed.hours);
  if (hours !== null && !(hours > 0 && hours <= 60 && Number.isInteger(hours * 10)))
    problems.hours = 'Enter hours from 1 to 60, such as 22.5, or leave it empty';
  const ceiling = numberOf(typed.ceiling);
  if (ceiling !== null && !(Number.isInteger(ceiling) && ceiling >= 1 && ceiling <= 500))
    problems.ceiling = 'Enter a whole number from 1 to 500, or leave it empty';
  if (typed.takesNew !== 'yes' && typed.takesNew !== 'no') problems.takesNew = 'Choose one';
  const outcodes = listOf(typed.outcodes.toUpperCase(), /[\s,;]+/);
  const odd = outcodes.find((one) => !OUTCODE.test(one));
  if (odd) problems.outcodes = `${odd.slice(0, 20)} is not the first half of a postcode. Write for example RG12`;
  const lists = {
    outcodes,
    practices: listOf(typed.practices, /\n/),
    networks: listOf(typed.networks, /\n/),
    languages: listOf(typed.languages, /[\n,;]+/),
  };
  for (const [name, list] of Object.entries(lists) as [keyof typeof lists, string[]][]) {
    if (list.length > MOST) problems[name] = `Name ${MOST} or fewer`;
    else if (list.some((one) => one.length > 200)) problems[name] = 'Put each on a line of its own';
  }
  if (Object.keys(problems).length > 0) return {ok: false, problems};
  return {ok: true, week: {hours, ceiling, takesNew: typed.takesNew === 'yes', ...lists, needs: typed.needs}};
}

/** Null where nothing is typed; NaN where it is no number. */
const numberOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed.trim()));
