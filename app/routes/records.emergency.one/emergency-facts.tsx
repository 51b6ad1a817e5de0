import {InsetText, SummaryList, Tag, WarningCallout} from 'nhsuk-react-components';
import type {EmergencyView} from './emergency-view.server.ts';

interface FactsProps {
  emergency: EmergencyView;
  /** A review was sent, and somebody else's was there first. */
  isTooLate: boolean;
  /** The note of that review, so that it is not lost. */
  typedNote: string;
}

/** Who, whom, when, why, and what was found, where a review is written. */
export function EmergencyFacts({emergency, isTooLate, typedNote}: FactsProps) {
  const {who, person, reference, reason, opened, ended, isOwn, review} = emergency;
  return (
    <>
      {isTooLate && (
        <WarningCallout>
          <WarningCallout.Heading>Your review was not saved</WarningCallout.Heading>
          <p>{review ? 'Somebody else had reviewed this access already.' : 'You cannot review this access.'}</p>
          {typedNote && (
            <p>
              You had written: <q>{typedNote}</q>
            </p>
          )}
        </WarningCallout>
      )}
      <SummaryList>
        <Fact name="Who">
          <a href={`/records/staff/${who.id}`}>{who.name}</a>, {who.partnerName}
        </Fact>
        <Fact name="Person">
          <a href={`/records/people/${person.id}`}>{reference}</a>
        </Fact>
        <Fact name="Their reason">{reason}</Fact>
        <Fact name="Opened">{opened}</Fact>
        <Fact name="Ended">{ended}</Fact>
        {review && (
          <>
            <Fact name="Outcome">
              <Tag modifier={review.isRight ? 'green' : 'red'}>{review.outcome}</Tag>
            </Fact>
            {review.note && <Fact name="Note">{review.note}</Fact>}
            <Fact name="Reviewed">
              {review.by}, {review.at}
            </Fact>
          </>
        )}
      </SummaryList>
      {isOwn && !review && (
        <InsetText>
          <p>This was your own access, so somebody else reviews it.</p>
        </InsetText>
      )}
    </>
  );
}

const Fact = ({name, children}: {name: string; children: React.ReactNode}) => (
  <SummaryList.Row>
    <SummaryList.Key>{name}</SummaryList.Key>
    <SummaryList.Value>{children}</SummaryList.Value>
  </SummaryList.Row>
);
