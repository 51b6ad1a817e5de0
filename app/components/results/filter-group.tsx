import {useText} from '../../i18n/text-context.tsx';
import {useKeptInStep} from '../search/use-kept-in-step.ts';
import {Disclosure} from './disclosure.tsx';

interface Option {
  value: string;
  label: string;
  count: number;
  isChosen: boolean;
}
export interface FilterGroupProps {
  param: string;
  title: string;
  options: Option[];
  more: Option[];
  chosen: number;
  isOpen: boolean;
}

/** One question with its answers, each with how many things it would leave. */
export function FilterGroup({param, title, options, more, chosen, isOpen}: FilterGroupProps) {
  const {search} = useText();
  const head = (
    <summary className="filter__title">
      <span>{title}</span>
      {chosen > 0 && <span className="filter__chosen">{search.chosenCount(chosen)}</span>}
    </summary>
  );
  return (
    <Disclosure className="filter" summary={head} isOpenAtFirst={isOpen}>
      <fieldset className="filter__options">
        <legend className="nhsuk-u-visually-hidden">{title}</legend>
        {options.map((option) => (
          <FilterBox key={option.value} param={param} {...option} />
        ))}
        {more.length > 0 && (
          <Disclosure
            className="filter__more"
            summary={<summary>{search.moreOptions(more.length)}</summary>}
            isOpenAtFirst={false}
          >
            {more.map((option) => (
              <FilterBox key={option.value} param={param} {...option} />
            ))}
          </Disclosure>
        )}
      </fieldset>
    </Disclosure>
  );
}

function FilterBox({param, value, label, count, isChosen}: Option & {param: string}) {
  const box = useKeptInStep<HTMLInputElement>(isChosen);
  return (
    <label className="filter__box">
      <input
        ref={box}
        id={`${param}-${value}`}
        type="checkbox"
        name={param}
        value={value}
        form="search-form"
        defaultChecked={isChosen}
      />
      <span>{label}</span> <b>{count}</b>
    </label>
  );
}
