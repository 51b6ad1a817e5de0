import {BackLink, Button, TextInput, WarningCallout} from 'nhsuk-react-components';
import {PageLinks} from '../admin/page-links.tsx';

interface ConcernChoiceProps {
  people: {id: string; name: string; reference: string}[];
  page: number;
  pages: number;
}

/** Whom a worry is about: those the viewer walks with are one press away, anybody else is looked for. */
export function ConcernChoice({people, page, pages}: ConcernChoiceProps) {
  return (
    <div className="page__inner caseload">
      <BackLink href="/caseload">My day</BackLink>
      <h1>Raise a safeguarding concern</h1>
      <WarningCallout>
        <WarningCallout.Heading headingLevel="h2">In danger now?</WarningCallout.Heading>
        <p>Ring 999 first. Stay with them, or on the line, if that is safe for you.</p>
      </WarningCallout>
      <form method="post" action="/caseload/all" className="concern-choice__search" role="search">
        <TextInput
          id="words"
          name="words"
          label="About whom?"
          hint="A name or the reference of a case. Then press Safeguarding beside them."
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" secondary>
          Search
        </Button>
      </form>
      {people.length > 0 && (
        <section aria-labelledby="own">
          <h2 id="own">Those you walk with</h2>
          <ul className="concern-choice" role="list">
            {people.map(({id, name, reference}) => (
              <li key={id}>
                <a href={`/caseload/cases/${id}/safeguarding`}>
                  {name} <span className="concern-choice__reference">{reference}</span>
                </a>
              </li>
            ))}
          </ul>
          <PageLinks page={page} pages={pages} href={(to) => `/caseload/concern?page=${to}`} />
        </section>
      )}
      <p>
        Somebody who was referred and is not accepted yet stands in <a href="/caseload/inbox">the inbox</a>.
      </p>
    </div>
  );
}
