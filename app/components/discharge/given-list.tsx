import {Button} from 'nhsuk-react-components';
import {Submission} from '../staff/submission.tsx';

export interface GivenView {
  to: string;
  by: string;
  at: string;
  /** It was the summary of whom the call was taken for before it was put right. */
  isOfAnother: boolean;
  /** Of a link: its id, what has become of it in words, and its code while it stands. */
  link: {id: string; says: string; code: string | null} | null;
}

/** To whom the summary was given; of a link, whether it was looked at, the code that goes with it, and how to end it. */
export function GivenList({given, submission}: {given: GivenView[]; submission: string}) {
  return (
    <section aria-labelledby="given" className="given-summary">
      <h2 id="given">Given to</h2>
      <ul role="list">
        {given.map(({to, by, at, isOfAnother, link}, place) => (
          <li key={link?.id ?? place}>
            <p>
              {to}, by {by} on {at}
            </p>
            {isOfAnother && (
              <p>It was about whom this call was taken for at first, and stays in the audit of their record.</p>
            )}
            {link && <p>{link.says}</p>}
            {link?.code && (
              <>
                <p className="given-summary__code">
                  Code <strong>{link.code}</strong>
                </p>
                <p>Tell it by telephone or in person, never in the same message as the link.</p>
                <form method="post">
                  <Submission number={submission} />
                  <input type="hidden" name="link" value={link.id} />
                  <Button type="submit" name="act" value="end-link" secondary>
                    End this link
                  </Button>
                </form>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
