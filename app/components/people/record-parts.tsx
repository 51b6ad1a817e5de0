import {SummaryList} from 'nhsuk-react-components';
import type {Fact, SectionView} from './record-view.ts';

/** On a doorstep these are looked for first; alerts and communication needs stand above in the banner. */
const FIRST = new Set(['contacts', 'addresses']);

/** How to reach someone, who they are, and every other part of their record, each with a way to change it. */
export function RecordParts({id, about, sections}: {id: string; about: Fact[]; sections: SectionView[]}) {
  const written = sections.filter(({rows}) => rows.length > 0);
  const empty = sections.filter(({rows}) => rows.length === 0);
  return (
    <>
      {written.map((section) => FIRST.has(section.key) && <Part key={section.key} id={id} section={section} />)}
      <section className="record-part">
        <PartHead title="About the person" href={`/people/${id}/edit/about`} isEmpty={about.length === 0} />
        <Facts facts={about} />
      </section>
      {written.map((section) => !FIRST.has(section.key) && <Part key={section.key} id={id} section={section} />)}
      {empty.length > 0 && (
        <section className="record-part">
          <h2>Nothing written down yet</h2>
          <ul className="record-empty" role="list">
            {empty.map(({key, title}) => (
              <li key={key}>
                <a href={`/people/${id}/edit/${key}`}>
                  <span className="nhsuk-u-visually-hidden">Add </span>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Part({id, section: {key, title, rows}}: {id: string; section: SectionView}) {
  return (
    <section className="record-part">
      <PartHead title={title} href={`/people/${id}/edit/${key}`} />
      {rows.map((row) => (
        <div key={row.id} className="record-row">
          <h3 className="record-row__heading">{row.heading}</h3>
          <Facts facts={row.facts} />
          {row.from && <p className="record-row__from">From record {row.from}</p>}
        </div>
      ))}
    </section>
  );
}

function PartHead({title, href, isEmpty = false}: {title: string; href: string; isEmpty?: boolean}) {
  return (
    <div className="record-part__head">
      <h2>{title}</h2>
      <a href={href}>
        {isEmpty ? 'Add' : 'Change'}
        <span className="nhsuk-u-visually-hidden"> {title}</span>
      </a>
    </div>
  );
}

function Facts({facts}: {facts: Fact[]}) {
  if (facts.length === 0) return null;
  return (
    <SummaryList noBorder className="record-facts">
      {facts.map(({label, value, href}) => (
        <SummaryList.Row key={label}>
          <SummaryList.Key>{label}</SummaryList.Key>
          <SummaryList.Value className="breaks-anywhere keeps-lines">
            {href ? <a href={href}>{value}</a> : value}
          </SummaryList.Value>
        </SummaryList.Row>
      ))}
    </SummaryList>
  );
}
