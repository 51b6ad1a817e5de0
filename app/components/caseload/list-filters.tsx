import {Button, Details, TextInput} from 'nhsuk-react-components';
import {CASE_FILTERS, CASE_ORDERS} from '../../domain/cases/case-choices.ts';
import {narrowedQuery, type NarrowedBy, type Narrowing} from '../../domain/cases/narrowing.ts';
import {ChoiceSelect, type Choice} from '../staff/choice-select.tsx';

export interface Chosen {
  filter: string;
  order: string;
  whose: string;
  narrowed: Narrowing;
}

/** One of the lists by which the cases are narrowed. */
interface NarrowList {
  by: NarrowedBy;
  label: string;
  value: string;
  valueName: string;
  options: Choice[];
}

type CasesAt = '/caseload/all' | '/caseload/board';

const pathOf = (at: CasesAt, {filter, order, whose, narrowed}: Chosen) =>
  `${at}?show=${filter}&order=${order}&whose=${whose}${narrowedQuery(narrowed)}`;
export const listPath = (chosen: Chosen) => pathOf('/caseload/all', chosen);
export const boardPath = (chosen: Chosen) => pathOf('/caseload/board', chosen);

/** Which cases, whose, and in which order. A name is looked for by POST, so that it stands in no address. */
export function ListFilters({
  chosen,
  walkers,
  lists,
  words,
  action = '/caseload/all',
}: {
  chosen: Chosen;
  walkers: Choice[];
  lists: NarrowList[];
  words: string;
  action?: CasesAt;
}) {
  return (
    <div className="list-filters">
      <form method="get" action={action} className="list-filters__form">
        <ChoiceSelect name="show" label="Show" value={chosen.filter} options={CASE_FILTERS} />
        <ChoiceSelect
          name="whose"
          label="Whose"
          value={chosen.whose}
          options={[
            {key: 'mine', name: 'Mine'},
            {key: 'all', name: 'Everybody’s'},
            {key: 'nobody', name: 'Nobody’s yet'},
            ...walkers,
          ]}
        />
        <ChoiceSelect name="order" label="Order" value={chosen.order} options={CASE_ORDERS} />
        <Button type="submit" secondary>
          Show
        </Button>
        <Narrow lists={lists} />
      </form>
      <form method="post" action="/caseload/all" className="list-filters__form" role="search">
        <TextInput
          id="words"
          name="words"
          label="Name or reference"
          defaultValue={words}
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" secondary>
          Search
        </Button>
      </form>
      <Narrowed chosen={chosen} lists={lists} action={action} />
    </div>
  );
}

/** Folded away until somebody wants it: most days nobody does. */
function Narrow({lists}: {lists: NarrowList[]}) {
  const offered = lists.filter(({options}) => options.length > 0);
  if (offered.length === 0) return null;
  return (
    <Details className="list-filters__more" open={lists.some(({value}) => value !== '')}>
      <Details.Summary>Narrow down</Details.Summary>
      <Details.Text>
        <div className="list-filters__form">
          {offered.map(({by, label, value, options}) => (
            <ChoiceSelect key={by} name={by} label={label} value={value} options={options} none="Any" />
          ))}
          <Button type="submit" secondary>
            Narrow
          </Button>
        </div>
      </Details.Text>
    </Details>
  );
}

/** In place of cases where there are none: why, and where there are some. */
export function NoCases({chosen, words = ''}: {chosen: Chosen; words?: string}) {
  const isNarrowed = words !== '' || narrowedQuery(chosen.narrowed) !== '';
  const all = <a href={listPath({...chosen, filter: 'open', whose: 'all', narrowed: {}})}>everybody’s open cases</a>;
  return chosen.whose === 'mine' && chosen.filter === 'open' && !isNarrowed ? (
    <div className="nothing-yet">
      <p>
        You walk with nobody yet. Who waits stands in <a href="/caseload/inbox">the inbox</a>, and your colleagues’
        cases among {all}.
      </p>
    </div>
  ) : (
    <p>Look among {all}.</p>
  );
}

/** What it is narrowed by, each taken off by one press. */
function Narrowed({chosen, lists, action}: {chosen: Chosen; lists: NarrowList[]; action: CasesAt}) {
  const by = lists.filter(({value}) => value !== '');
  if (by.length === 0) return null;
  return (
    <ul className="list-filters__chosen" role="list" aria-label="Narrowed down by">
      {by.map((one) => (
        <li key={one.by}>
          <a href={pathOf(action, {...chosen, narrowed: {...chosen.narrowed, [one.by]: undefined}})}>
            {one.label}: {one.valueName} <span aria-hidden="true">×</span>
            <span className="nhsuk-u-visually-hidden">, take off</span>
          </a>
        </li>
      ))}
      {by.length > 1 && (
        <li>
          <a href={pathOf(action, {...chosen, narrowed: {}})}>Show all</a>
        </li>
      )}
    </ul>
  );
}
