import {Textarea} from 'nhsuk-react-components';
import type {Choice} from '../staff/choice-select.tsx';
import {SeveralOf} from '../staff/choice-set.tsx';
import type {Problems} from '../staff/form-problems.tsx';

interface TakesListsProps<Name extends string> {
  /** What is typed line by line, in this order. */
  lists: readonly {name: Name; label: string; hint: string}[];
  /** How many lines of each are in view. */
  rows?: number;
  typed: Record<Name, string> & {needs: readonly string[]};
  problems: Problems<Name>;
  /** The one list of needs; where there is none, nothing is to be ticked. */
  needs: Choice[];
  /** Of the needs. */
  legend: string;
  hint?: string;
}

/** The first of the lists, wherever somebody says whom they take. */
export const AREAS = {
  name: 'outcodes',
  label: 'Areas',
  hint: 'First halves of postcodes, for example RG12, RG42.',
} as const;

/** Whom an organisation, a team or a worker takes: from where, with which practice, in which languages, for which needs. */
export function TakesLists<Name extends string>({
  lists,
  rows = 3,
  typed,
  problems,
  needs,
  legend,
  hint,
}: TakesListsProps<Name>) {
  return (
    <>
      {lists.map(({name, label, hint: says}) => (
        <Textarea
          key={name}
          id={name}
          name={name}
          rows={rows}
          label={label}
          hint={says}
          defaultValue={typed[name]}
          error={problems[name]}
        />
      ))}
      {needs.length > 0 && <SeveralOf name="needs" legend={legend} hint={hint} options={needs} values={typed.needs} />}
    </>
  );
}
