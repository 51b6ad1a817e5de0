import {useLocation} from '@remix-run/react';
import {useText} from '../../i18n/text-context.tsx';
import {LanguageChoice} from './language-choice.tsx';

/** About the site, and its languages where a page has them nowhere else. */
export function SiteFooter({hasLanguages}: {hasLanguages: boolean}) {
  const {shell} = useText();
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
        {hasLanguages && <LanguageChoice here={pathname + search} />}
        <p className="site-footer__note">{shell.footer.note}</p>
      </div>
    </footer>
  );
}
