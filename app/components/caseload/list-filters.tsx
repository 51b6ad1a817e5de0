import {Button, Select, TextInput} from 'nhsuk-react-components';
import {CASE_FILTERS, CASE_ORDERS} from '../../domain/cases/case-choices.ts';
import type {Choice} from './caseload-view.ts';

export interface Chosen {
  filter: string;
  order: string;
  whose: string;
}

export const listPath = ({filter, order, whose}: Chosen) =>
  `/caseload/all?show=${filter}&order=${order}&whose=${whose}`;

/** Which cases, whose, and in which order. A name is looked for by POST, so that it stands in no address. */
export function ListFilters({chosen, walkers, words}: {chosen: Chosen; walkers: Choice[]; words: string}) {
  return (
    <div className="list-filters">
      <form method="get" action="/caseload/all" className="list-filters__form">
        <Select id="show" name="show" label="Show" defaultValue={chosen.filter}>
          {Object.entries(CASE_FILTERS).map(([key, name]) => (
            <Select.Option key={key} value={key}>
              {name}
            </Select.Option>
          ))}
        </Select>
        <Select id="whose" name="whose" label="Whose" defaultValue={chosen.whose}>
          <Select.Option value="mine">Mine</Select.Option>
          <Select.Option value="all">Everybody’s</Select.Option>
          <Select.Option value="nobody">Nobody’s yet</Select.Option>
          {walkers.map(({key, name}) => (
            <Select.Option key={key} value={key}>
              {name}
            </Select.Option>
          ))}
        </Select>
        <Select id="order" name="order" label="Order" defaultValue={chosen.order}>
          {Object.entries(CASE_ORDERS).map(([key, name]) => (
            <Select.Option key={key} value={key}>
              {name}
            </Select.Option>
          ))}
        </Select>
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
