import {useText} from '../../i18n/text-context.tsx';

interface PagesProps {
  pages: {
    previous: string | null;
    next: string | null;
    links: {page: number; href: string; isCurrent: boolean; isAfterGap: boolean}[];
  };
  range: string | null;
}

/** From one page of results to another. */
export function Pages({pages, range}: PagesProps) {
  const {search} = useText();
  return (
    <nav className="pages" aria-label={search.pages}>
      {range && <p className="pages__range">{range}</p>}
      <ul className="pages__list" role="list">
        {pages.previous && (
          <li>
            <a className="pages__link" href={pages.previous} rel="prev" data-from-top="yes">
              {search.previous}
            </a>
          </li>
        )}
        {pages.links.map(({page, href, isCurrent, isAfterGap}) => (
          <li key={page} className={isAfterGap ? 'pages__after-gap' : undefined}>
            <a
              className="pages__link"
              href={href}
              aria-label={search.page(page)}
              aria-current={isCurrent ? 'page' : undefined}
              data-from-top="yes"
            >
              {page}
            </a>
          </li>
        ))}
        {pages.next && (
          <li>
            <a className="pages__link" href={pages.next} rel="next" data-from-top="yes">
              {search.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
