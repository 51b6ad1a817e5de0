import {Outlet, useLocation} from '@remix-run/react';
import {LanguageChoice} from '../../components/shell/language-choice.tsx';
import styles from '../../components/shell/private-links.scss?url';

/**
 * No page of its own: what stands behind private links has in common that it needs no scripts, and sends none. Whoever has
 * such a link may have a poor telephone and little credit on it.
 */
export const handle = {door: 'answer', isWithoutScripts: true};
export const links = () => [{rel: 'stylesheet', href: styles}];

export const loader = () => null;

export default function AnswerSide() {
  const {pathname, search} = useLocation();
  return (
    <>
      {/* Above all else: whoever is sent a link may not read the language that it opens in. */}
      <div className="private-languages">
        <LanguageChoice here={pathname + search} />
      </div>
      <Outlet />
    </>
  );
}
