/** Which cases, whose and in which order, as it stands in an address: of the list and of the board alike. */
import {z} from 'zod';
import type {NarrowChoices} from '../../domain/caseload/narrow-cases.server.ts';
import {CASE_FILTERS, CASE_ORDERS, type CaseFilter, type CaseOrder} from '../../domain/cases/case-choices.ts';
import {NARROWED_BY, NARROWINGS} from '../../domain/cases/narrowing.ts';
import {narrowedIn} from '../../domain/cases/read-narrowing.ts';

/** Never a name: what is looked for goes by POST. */
export function chosenIn(request: Request) {
  const asked = new URL(request.url).searchParams;
  return {
    filter: z
      .enum(Object.keys(CASE_FILTERS) as [CaseFilter])
      .catch('open')
      .parse(asked.get('show')),
    order: z
      .enum(Object.keys(CASE_ORDERS) as [CaseOrder])
      .catch('next')
      .parse(asked.get('order')),
    whose: z
      .union([z.enum(['mine', 'all', 'nobody']), z.uuid()])
      .catch('mine')
      .parse(asked.get('whose')),
    narrowed: narrowedIn(asked),
  };
}
type ChosenCases = ReturnType<typeof chosenIn>;

/** The lists by which they are narrowed, each choice with how many it leaves. What is chosen stays, also where none is left. */
export const narrowLists = (choices: NarrowChoices, {narrowed}: Pick<ChosenCases, 'narrowed'>) =>
  NARROWED_BY.map((by) => {
    const value = narrowed[by];
    const isThere = !value || choices[by].some(({key}) => key === value);
    const all = isThere
      ? choices[by]
      : [...choices[by], {key: value, name: NAMED_BY_KEY.has(by) ? value : 'As chosen', count: 0}];
    return {
      by,
      label: NARROWINGS[by],
      value: value ?? '',
      valueName: all.find(({key}) => key === value)?.name ?? '',
      options: all.map(({key, name, count}) => ({key, name: `${name} (${count})`})),
    };
  });

/** Where a key is what people read. */
const NAMED_BY_KEY: ReadonlySet<string> = new Set(['area']);
