import {Button} from 'nhsuk-react-components';
import type {FiguresFilter} from '../../domain/figures/figures-filter.ts';
import type {FigureTable} from '../../domain/figures/shown-words.ts';
import {CountBars} from './charts.tsx';
import {WideTable} from './wide-table.tsx';

interface HandlersView {
  fields: {name: string; label: string; value: string}[];
  answer: string;
  rule: string;
  bars: {name: string; count: number}[];
  table: FigureTable;
}

const TITLE = 'How many handlers';

/** A question that is asked of the month: how many people answer in time. It is a form, and each answer has an address. */
export function HandlersFigure({filter, handlers}: {filter: FiguresFilter; handlers: HandlersView}) {
  return (
    <section className="figure" aria-labelledby="handlers">
      <h2 id="handlers">{TITLE}</h2>
      <form className="handlers__form" method="get" action="/desk/figures#handlers">
        <input type="hidden" name="month" value={filter.month} />
        {filter.domain && <input type="hidden" name="domain" value={filter.domain} />}
        {filter.partnerId && <input type="hidden" name="organisation" value={filter.partnerId} />}
        {handlers.fields.map(({name, label, value}) => (
          <div key={name}>
            <label htmlFor={name}>{label}</label>
            <input id={name} name={name} inputMode="decimal" defaultValue={value} />
          </div>
        ))}
        <Button type="submit" secondary>
          Work it out
        </Button>
      </form>
      <p className="handlers__asked">{handlers.fields.map(({label, value}) => `${label}: ${value}`).join('. ')}.</p>
      <p>
        <strong>{handlers.answer}</strong>
      </p>
      {handlers.bars.length > 0 && (
        <>
          <div className="figure__chart" tabIndex={0} role="region" aria-label={`${TITLE}, as a chart`}>
            <CountBars
              bars={handlers.bars}
              most={1}
              label="Answered in time, by how many handlers there are"
              asText={(share) => `${Math.round(share * 100)} %`}
            />
          </div>
          <details className="figure__more figure__more--table">
            <summary>As a table</summary>
            <WideTable title={TITLE} table={handlers.table} />
          </details>
        </>
      )}
      <details className="figure__more">
        <summary>How this is worked out</summary>
        <p>{handlers.rule}</p>
      </details>
    </section>
  );
}
