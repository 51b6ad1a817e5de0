import {InsetText, SummaryList, WarningCallout} from 'nhsuk-react-components';
import type {CallView, Fact} from './handoff-view.ts';

/** The call as it was handed over: everything the handler wrote down, so that nobody has to tell it twice. */
export function HandoffCall({reason, call}: {reason?: string; call: CallView | null}) {
  return (
    <>
      {reason && (
        <section className="handoff-part" aria-labelledby="why">
          <h2 id="why">Why it was handed on</h2>
          <InsetText>
            <p className="keeps-lines breaks-anywhere">{reason}</p>
          </InsetText>
        </section>
      )}
      {!call && <p>The call itself is restricted. Ask whoever safeguards in your organisation.</p>}
      {call && (
        <>
          {call.danger && (
            <WarningCallout>
              <WarningCallout.Heading>Danger was spoken of</WarningCallout.Heading>
              <p className="keeps-lines breaks-anywhere">{call.danger}</p>
            </WarningCallout>
          )}
          <section className="handoff-part" aria-labelledby="story">
            <h2 id="story">What the caller said</h2>
            {call.needs.length > 0 && (
              <ul className="handoff-needs" role="list" aria-label="Needs">
                {call.needs.map((need) => (
                  <li key={need}>{need}</li>
                ))}
              </ul>
            )}
            <p className="keeps-lines breaks-anywhere handoff-story">{call.story || 'Nothing was written down.'}</p>
          </section>
          <FactsPart id="caller" title="The caller" facts={call.caller} />
          <FactsPart id="strengths" title="What is going well, and who is around" facts={call.strengths} />
          {call.extra.map(({title, facts}, place) => (
            <FactsPart key={title} id={`extra-${place}`} title={title} facts={facts} />
          ))}
          {call.services.length > 0 && (
            <section className="handoff-part" aria-labelledby="given">
              <h2 id="given">Given to the caller</h2>
              <ul>
                {call.services.map(({slug, name}) => (
                  <li key={slug}>
                    <a href={`/services/${slug}`}>{name}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </>
  );
}

function FactsPart({id, title, facts}: {id: string; title: string; facts: Fact[]}) {
  if (facts.length === 0) return null;
  return (
    <section className="handoff-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <SummaryList noBorder className="record-facts">
        {facts.map(({label, value}) => (
          <SummaryList.Row key={label}>
            <SummaryList.Key>{label}</SummaryList.Key>
            <SummaryList.Value className="breaks-anywhere keeps-lines">{value}</SummaryList.Value>
          </SummaryList.Row>
        ))}
      </SummaryList>
    </section>
  );
}
