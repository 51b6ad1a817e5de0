import {Button, TextInput} from 'nhsuk-react-components';
import {CASE_FILTERS, CASE_ORDERS} from '../../domain/cases/case-choices.ts';
import {ChoiceSelect, type Choice} from '../staff/choice-select.tsx';

export interface Chosen {
  filter: string;
  order: string;
  whose: string;
}

export const listPath = ({filter, order, whose}: Chosen) =>
  `/caseload/all?show=${filter}&order=${order}&whose=${whose}`;
export const boardPath = ({filter, order, whose}: Chosen) =>
  `/caseload/board?show=${filter}&order=${order}&whose=${whose}`;

/** Which cases, whose, and in which order. A name is looked for by POST, so that it stands in no address. */
export function ListFilters({
  chosen,
  walkers,
  words,
  action = '/caseload/all',
}: {
  chosen: Chosen;
  walkers: Choice[];
  words: string;
  action?: '/caseload/all' | '/caseload/board';
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
    </div>
  );
}
