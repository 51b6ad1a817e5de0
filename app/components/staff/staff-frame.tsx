import {useLocation} from '@remix-run/react';
import {useState, type ReactNode} from 'react';
import {BrandMark} from '../shell/brand-mark.tsx';
import {RingNotice} from '../telephony/ring-notice.tsx';
import {ListenToKeys} from './page-keys.tsx';

interface FrameProps {
  /** Null before anyone has signed in. */
  who: {name: string; partnerName: string} | null;
  links: {href: string; words: string}[];
  isDemonstration: boolean;
  /** Whether pages act on single keys for this member of staff. */
  keysAreOn: boolean;
  /** Whose telephone is linked, so that what rings there is shown. */
  phoneOf: string | null;
  children: ReactNode;
}

/** What stands around every page of the staff side. */
export function StaffFrame({who, links, isDemonstration, keysAreOn, phoneOf, children}: FrameProps) {
  return (
    <ListenToKeys areOn={keysAreOn}>
      {(keysButton) => (
        <>
          {isDemonstration && (
            <aside className="demonstration-bar" aria-label="Demonstration">
              <strong>This is a demonstration.</strong> Everyone in it is made up. Do not enter anything about a real
              person.
            </aside>
          )}
          <header className="staff-header">
            <div className="staff-header__inner">
              <a className="brand" href={who ? '/staff' : '/'}>
                <BrandMark />
                <span className="brand__name">Fingerpost</span>
              </a>
              {who && <SignedIn who={who} links={links} keysButton={keysButton} />}
            </div>
          </header>
          <RingNotice staffId={phoneOf}>
            <main id="main" className="page staff-page" tabIndex={-1}>
              {children}
            </main>
          </RingNotice>
        </>
      )}
    </ListenToKeys>
  );
}

interface SignedInProps {
  who: NonNullable<FrameProps['who']>;
  links: FrameProps['links'];
  keysButton: ReactNode;
}

function SignedIn({who, links, keysButton}: SignedInProps) {
  const [isOpen, setIsOpen] = useState(false);
  const {pathname} = useLocation();
  // Of `/desk` and `/desk/queues` the longer one.
  const here = links.filter(({href}) => `${pathname}/`.startsWith(`${href}/`)).at(-1);
  return (
    <>
      {/* Only on a small screen, where the places are folded away; without scripts they stand there. */}
      <button
        type="button"
        className="staff-menu with-scripts"
        aria-expanded={isOpen}
        aria-controls="staff-nav"
        onClick={() => setIsOpen(!isOpen)}
      >
        Menu
      </button>
      <nav className="staff-nav" id="staff-nav" aria-label="Your work">
        <ul role="list">
          {links.map(({href, words}) => (
            <li key={href}>
              <a href={href} aria-current={href === here?.href ? 'true' : undefined}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="staff-who">
        {keysButton}
        <a href="/account">
          <span className="staff-who__name">{who.name}</span>
          <span className="staff-who__place">{who.partnerName}</span>
        </a>
        <form method="post" action="/sign-out">
          <button type="submit" className="staff-who__out">
            Sign out
          </button>
        </form>
      </div>
    </>
  );
}
