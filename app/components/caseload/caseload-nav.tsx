const PLACES = [
  {href: '/caseload', words: 'My day'},
  {href: '/caseload/all', words: 'Caseload'},
  {href: '/caseload/inbox', words: 'Inbox'},
] as const;

const FOR_LEADS = [
  {href: '/caseload/lead', words: 'The team'},
  {href: '/caseload/figures', words: 'Figures'},
] as const;

/** Between the pages of those who walk. On a telephone it stays within reach of a thumb. */
export function CaseloadNav({here, waiting, isLead}: {here: string; waiting: number; isLead: boolean}) {
  const places = isLead ? [...PLACES, ...FOR_LEADS] : PLACES;
  return (
    <nav className="caseload-nav" aria-label="Caseload">
      <ul role="list">
        {places.map(({href, words}) => (
          <li key={href}>
            <a href={href} aria-current={href === here ? 'page' : undefined}>
              {words}
              {href === '/caseload/inbox' && waiting > 0 ? (
                <span className="caseload-nav__count">
                  {waiting}
                  <span className="nhsuk-u-visually-hidden"> waiting</span>
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
