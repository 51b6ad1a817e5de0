import {useText} from '../../i18n/text-context.tsx';
import {useKeptInStep} from '../search/use-kept-in-step.ts';

interface Choice {
  value: string;
  label: string;
  isChosen: boolean;
}
interface SortAndDistanceProps {
  /** The id of the form they belong to. */
  form: string;
  sorts: Choice[];
  /** Empty when no place was given: then there is no distance. */
  within: Choice[];
  hasResults: boolean;
}

/** How far to look, and what comes first. */
export function SortAndDistance({form, sorts, within, hasResults}: SortAndDistanceProps) {
  const {search} = useText();
  return (
    <div className="choices">
      {within.length > 0 && <Choose form={form} name="within" label={search.distance} choices={within} />}
      {hasResults && <Choose form={form} name="sort" label={search.sort} choices={sorts} />}
      <button className="button button--quiet without-scripts" form={form}>
        {search.apply}
      </button>
    </div>
  );
}

function Choose({form, name, label, choices}: {form: string; name: string; label: string; choices: Choice[]}) {
  const chosen = choices.find((choice) => choice.isChosen)?.value ?? '';
  const field = useKeptInStep<HTMLSelectElement>(chosen);
  return (
    <div className="choices__one">
      <label htmlFor={name}>{label}</label>
      <select ref={field} className="nhsuk-select" id={name} name={name} form={form} defaultValue={chosen}>
        {choices.map(({value, label}) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
