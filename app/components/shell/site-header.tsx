import {useText} from '../../i18n/text-context.tsx';
import {BrandMark} from './brand-mark.tsx';

/** The name of the site and the three ways on. Plain links: each is a page of its own. */
export function SiteHeader({listCount}: {listCount: number}) {
  const {shell} = useText();
  return (
    <header className="site-header">
      <div className="site-header__inner">
        <a className="brand" href="/" aria-label={shell.homeLink}>
          <BrandMark />
          <span className="brand__name">{shell.name}</span>
        </a>
        <nav className="site-nav" aria-label={shell.mainMenu}>
          <ul className="site-nav__list" role="list">
            <li>
              <a href="/search">{shell.search}</a>
            </li>
            <li>
              <a href="/talk">{shell.talk}</a>
            </li>
            <li>
              <a href="/shortlist">
                {shell.list}
                {listCount > 0 && (
                  <span className="site-nav__count">
                    <span aria-hidden="true">{listCount}</span>
                    <span className="nhsuk-u-visually-hidden">, {shell.listCount(listCount)}</span>
                  </span>
                )}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </header>
  );
}
