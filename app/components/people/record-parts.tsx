import {SummaryList} from 'nhsuk-react-components';
import type {Fact, SectionView} from './record-view.ts';

/** Who someone is, and every other part of their record, each with a way to change it. */
export function RecordParts({id, about, sections}: {id: string; about: Fact[]; sections: SectionView[]}) {
  return (
    <>
      <section className="record-part">
        <PartHead title="About the person" href={`/people/${id}/edit/about`} isEmpty={about.length === 0} />
        <Facts facts={about} />
      </section>
      {sections.map(({key, title, rows}) => (
        <section key={key} className="record-part">
          <PartHead title={title} href={`/people/${id}/edit/${key}`} isEmpty={rows.length === 0} />
          {rows.length === 0 && <p className="record-part__none">Nothing written down yet.</p>}
          {rows.map((row) => (
            <div key={row.id} className="record-row">
              <h3 className="record-row__heading">{row.heading}</h3>
              <Facts facts={row.facts} />
              {row.from && <p className="record-row__from">From record {row.from}</p>}
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function PartHead({title, href, isEmpty}: {title: string; href: string; isEmpty: boolean}) {
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
      {facts.map(({label, value}) => (
        <SummaryList.Row key={label}>
          <SummaryList.Key>{label}</SummaryList.Key>
          <SummaryList.Value className="breaks-anywhere keeps-lines">{value}</SummaryList.Value>
        </SummaryList.Row>
      ))}
    </SummaryList>
  );
}
