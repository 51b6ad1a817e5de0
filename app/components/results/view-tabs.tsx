import {useText} from '../../i18n/text-context.tsx';

/** List or map, where there is no room for both. Links, so that each view has an address. */
export function ViewTabs({view, listHref, mapHref}: {view: 'list' | 'map'; listHref: string; mapHref: string}) {
  const {search} = useText();
  return (
    <nav className="views" aria-label={search.views}>
      <a className="views__link" href={listHref} aria-current={view === 'list' ? 'page' : undefined}>
        {search.listView}
      </a>
      <a className="views__link" href={mapHref} aria-current={view === 'map' ? 'page' : undefined}>
        {search.mapView}
      </a>
    </nav>
  );
}
