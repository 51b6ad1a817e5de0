import {Tag} from 'nhsuk-react-components';
import {DISPOSITIONS, dispositionKinds} from '../../domain/calls/dispositions.ts';
import {DoneBanner} from '../staff/done-banner.tsx';
import type {EndedView, Fact} from './ended-view.ts';

/** A call as it ended, to be read. */
export function EndedCall({call, mayCorrect, done}: {call: EndedView; mayCorrect: boolean; done: string | null}) {
  const {
    id,
    reference,
    when,
    first,
    endings,
    services,
    about,
    person,
    story,
    next,
    closingText,
    sent,
    versions,
    apart,
  } = call;
  return (
    <div className="page__inner ended">
      <DoneBanner words={done} />
      <div className="ended__head">
        <h1>Call {reference}</h1>
        <p>{when}</p>
        <p className="ended__tags">
          <Tag modifier={{resolved: 'green', 'passed on': 'blue', 'left out': 'grey'}[first.kind] as 'green'}>
            {first.words}
          </Tag>
          {call.isRestricted && <Tag modifier="red">Restricted: safeguarding</Tag>}
        </p>
        {call.held && <p className={`ended__held ended__held--${call.held.kind}`}>{call.held.words}.</p>}
        <FirstContactRule />
        <ul className="ended__ways" role="list">
          <li>
            <a href="/desk">Back to your desk</a>
          </li>
          {closingText && (
            <li>
              <a href={`/desk/ended/${id}/letter`}>Letter to print</a>
            </li>
          )}
          {person && (
            <li>
              <a href={`/desk/calls/${id}/summary`}>One-page summary</a>
            </li>
          )}
          {!call.isRestricted && (
            <li>
              <a href={`/mdt/bring?call=${id}`}>Bring them to a meeting</a>
            </li>
          )}
          {mayCorrect && (
            <li>
              <a href={`/desk/ended/${id}/correct`}>Correct this call</a>
            </li>
          )}
        </ul>
      </div>
      <div className="ended__parts">
        <section className="call-part" aria-labelledby="how">
          <h2 className="call-part__title" id="how">
            How it ended
          </h2>
          <ul role="list">
            {endings.map(({name, facts}) => (
              <li key={name} className="ended__ending">
                <strong>{name}</strong>
                <Facts facts={facts} />
              </li>
            ))}
          </ul>
          {services.length > 0 && (
            <>
              <h3 className="closing__title">Services given</h3>
              <ul>
                {services.map(({href, name}) => (
                  <li key={href}>
                    <a href={href}>{name}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
          <Facts facts={next} />
        </section>
        <section className="call-part" aria-labelledby="who">
          <h2 className="call-part__title" id="who">
            Who, and how long
          </h2>
          {person && (
            <p>
              About <a href={person.href}>{person.reference}</a>
            </p>
          )}
          <Facts facts={about} />
        </section>
        <section className="call-part" aria-labelledby="what">
          <h2 className="call-part__title" id="what">
            What it was about
          </h2>
          <Facts facts={story} />
        </section>
        {closingText && (
          <section className="call-part" aria-labelledby="said">
            <h2 className="call-part__title" id="said">
              What was read back
            </h2>
            <p className="ended__said">{closingText}</p>
            <p className={sent.isWarning ? 'field__problem' : 'field__hint'}>{sent.words}</p>
          </section>
        )}
        {(versions.length > 0 || apart > 0) && (
          <section className="call-part" aria-labelledby="versions">
            <h2 className="call-part__title" id="versions">
              Corrections
            </h2>
            <ol className="ended__versions" role="list">
              {versions.map(({version, words, reason, was}) => (
                <li key={version}>
                  <strong>
                    Version {version} became {version + 1}
                  </strong>
                  <br />
                  {words}
                  <br />
                  {reason}
                  {was.length > 0 && (
                    <details className="all-needs">
                      <summary>
                        How it read before<span className="nhsuk-u-visually-hidden">, version {version}</span>
                      </summary>
                      <Facts facts={was} />
                    </details>
                  )}
                </li>
              ))}
            </ol>
            {apart > 0 && (
              <p className="field__hint">
                {apart === 1 ? 'An earlier version is' : `${apart} earlier versions are`} kept apart: it stood in
                another record. A lead of the desk can read how it was.
              </p>
            )}
          </section>
        )}
      </div>
    </div>
  );
}

/** Each way of ending with what it counts as: the same as the database works out, and nothing that anybody types. */
function FirstContactRule() {
  return (
    <details className="all-needs">
      <summary>How this is worked out</summary>
      <p>
        A call is resolved at first contact when every way in which it ended leaves nothing for anybody else to do. One
        way that passes it on is enough for it not to be. Nobody types this: it follows from how the call ended. It held
        when nobody got in touch again within seven days about the same person and the same need.
      </p>
      <ul>
        {dispositionKinds.map((kind) => (
          <li key={kind}>
            {DISPOSITIONS[kind].name}: {DISPOSITIONS[kind].counts}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Facts({facts}: {facts: Fact[]}) {
  if (facts.length === 0) return null;
  return (
    <dl className="ended__facts">
      {facts.map(({label, value}, place) => (
        <div key={place}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
