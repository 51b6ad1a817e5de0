import {useEffect, useState} from 'react';
import {useText} from '../../i18n/text-context.tsx';
import {FilterGroup, type FilterGroupProps} from './filter-group.tsx';

/** Groups that are open from the start: those that people ask for first. */
const OPEN_AT_FIRST = 3;

/**
 * The filters. On a narrow screen they wait behind a button; without scripts that is a link to their place on the page,
 * and the styles show them when it is followed.
 */
export function FilterPanel({groups, total}: {groups: Omit<FilterGroupProps, 'isOpen'>[]; total: number}) {
  const {search} = useText();
  const [isOpen, setOpen] = useState(false);
  const [canScript, setCanScript] = useState(false);
  useEffect(() => setCanScript(true), []);
  const chosen = groups.reduce((sum, group) => sum + group.chosen, 0);
  const opener = (
    <>
      {search.filters}
      {chosen > 0 && <span className="filters__count">{search.chosenCount(chosen)}</span>}
    </>
  );
  return (
    <>
      {canScript ? (
        <button
          className="button button--quiet filters__opener"
          type="button"
          aria-expanded={isOpen}
          aria-controls="filters"
          onClick={() => setOpen(!isOpen)}
        >
          {opener}
        </button>
      ) : (
        <a className="button button--quiet filters__opener" href="#filters">
          {opener}
        </a>
      )}
      <section className={isOpen ? 'filters filters--open' : 'filters'} id="filters" aria-labelledby="filters-title">
        <h2 className="filters__title" id="filters-title">
          {search.filters}
        </h2>
        {groups.map((group, index) => (
          <FilterGroup key={group.param} {...group} isOpen={index < OPEN_AT_FIRST || group.chosen > 0} />
        ))}
        <button className="button without-scripts filters__apply" form="search-form">
          {search.apply}
        </button>
        {isOpen && (
          <button className="button filters__close" type="button" onClick={() => setOpen(false)}>
            {search.showCount(total)}
          </button>
        )}
      </section>
    </>
  );
}
