import {useText} from '../../i18n/text-context.tsx';

/** The filters in use, each a link to the search without it. */
export function ChosenFilters({chips, clearHref}: {chips: {label: string; href: string}[]; clearHref: string}) {
  const {search} = useText();
  if (chips.length === 0) return null;
  return (
    <div className="chosen">
      <h2 className="chosen__title" id="chosen-title">
        {search.chosen}
      </h2>
      <ul className="chosen__list" role="list" aria-labelledby="chosen-title">
        {chips.map(({label, href}) => (
          <li key={href}>
            <a className="chip" href={href}>
              <span className="nhsuk-u-visually-hidden">{search.takeAway} </span>
              {label}
            </a>
          </li>
        ))}
        <li>
          <a className="chosen__clear" href={clearHref}>
            {search.clearAll}
          </a>
        </li>
      </ul>
    </div>
  );
}
