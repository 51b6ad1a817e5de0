import {Button, Table, TextInput} from 'nhsuk-react-components';
import {REVIEW_PARTS, SAMPLE_RULE, type ReviewPart} from '../../domain/lead/review-form.ts';

interface LeadReviewsProps {
  sample: {id: string; reference: string; handlerName: string; at: string}[];
  figures: {count: number; seen: number; means: Record<string, number | null>};
  problem: string | null;
  typed: string;
}

/** Calls to review: drawn by chance, or chosen; and what the reviews add up to, for the lead alone. */
export function LeadReviews({sample, figures, problem, typed}: LeadReviewsProps) {
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews">How calls are taken</h2>
      <h3>Drawn for this week</h3>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">How they are drawn</span>
        </summary>
        <div className="nhsuk-details__text">{SAMPLE_RULE}</div>
      </details>
      {sample.length === 0 ? (
        <p>There is none left to review.</p>
      ) : (
        <ul>
          {sample.map(({id, reference, handlerName, at}) => (
            <li key={id}>
              <a href={`/desk/lead/reviews/${id}?chosen=sample`}>{reference}</a>: {handlerName}, {at}
            </li>
          ))}
        </ul>
      )}
      <h3>Another call</h3>
      <form method="post" noValidate className="lead-find">
        <input type="hidden" name="act" value="find" />
        <TextInput
          id="reference"
          name="reference"
          label="Reference of the call"
          hint="Such as C-7KM-4QCP"
          width="10"
          error={problem ?? undefined}
          defaultValue={typed}
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" secondary>
          Review it
        </Button>
      </form>
      <h3>The last 90 days</h3>
      {figures.count === 0 ? (
        <p>Nothing has been reviewed.</p>
      ) : (
        <Table responsive caption={`${figures.count} reviews, ${figures.seen} of them read`} captionProps={{size: 's'}}>
          <Table.Head>
            <Table.Row>
              <Table.Cell>Part</Table.Cell>
              <Table.Cell>Mean, of 4</Table.Cell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {Object.entries(REVIEW_PARTS).map(([part, {name}]) => (
              <Table.Row key={part}>
                <Table.Cell>{name}</Table.Cell>
                <Table.Cell>{figures.means[part as ReviewPart]?.toFixed(1) ?? 'Did not come up'}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </section>
  );
}
