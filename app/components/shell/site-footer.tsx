import {useLocation} from '@remix-run/react';
import {LOCALES} from '../../i18n/locales.ts';
import {useLocale, useText} from '../../i18n/text-context.tsx';

/** About the site, and its languages. The language buttons are a form, so that they work without scripts. */
export function SiteFooter() {
  const {shell} = useText();
  const locale = useLocale();
  const {pathname, search} = useLocation();
  return (
    <footer className="site-footer">
      <div className="site-footer__inner">
        <nav aria-label={shell.footer.title}>
          <ul className="site-footer__links" role="list">
            <li>
              <a href="/about">{shell.footer.about}</a>
            </li>
            <li>
              <a href="/accessibility">{shell.footer.accessibility}</a>
            </li>
            <li>
              <a href="/privacy">{shell.footer.privacy}</a>
            </li>
          </ul>
        </nav>
        <form className="languages" method="post" action="/language" aria-label={shell.footer.language}>
          <input type="hidden" name="back" value={pathname + search} autoComplete="off" />
          {Object.entries(LOCALES).map(([key, name]) => (
            <button key={key} name="lang" value={key} lang={key} aria-current={key === locale ? 'true' : undefined}>
              {name}
            </button>
          ))}
        </form>
        <p className="site-footer__note">{shell.footer.note}</p>
      </div>
    </footer>
  );
}
