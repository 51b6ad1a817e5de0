import {useText} from '../../i18n/text-context.tsx';
import {FilterGroup, type FilterGroupProps} from './filter-group.tsx';

/** Groups that are open from the start: those that people ask for first. */
const OPEN_AT_FIRST = 2;

interface FilterPanelProps {
  groups: Omit<FilterGroupProps, 'isOpen'>[];
  total: number;
  /** On a narrow screen: asked for. */
  isOpen: boolean;
  onClose(): void;
}

/** The filters, each with how many things it would leave. */
export function FilterPanel({groups, total, isOpen, onClose}: FilterPanelProps) {
  const {search} = useText();
  // Where nothing was found there is nothing to narrow down.
  if (groups.length === 0) return null;
  return (
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
        <button className="button filters__close" type="button" onClick={onClose}>
          {search.showCount(total)}
        </button>
      )}
    </section>
  );
}
