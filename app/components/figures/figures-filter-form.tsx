import {Button} from 'nhsuk-react-components';
import {DOMAINS} from '../../domain/calls/call-choices.ts';
import type {FiguresFilter} from '../../domain/figures/figures-filter.ts';

/** What the figures are asked for. Sent by address, so that a page of figures can be kept and passed on. */
export function FiguresFilterForm({filter, partners}: {filter: FiguresFilter; partners: {id: string; name: string}[]}) {
  return (
    <form className="figures-filter" method="get" action="/desk/figures">
      <div>
        <label htmlFor="month">Month</label>
        <input id="month" name="month" type="month" defaultValue={filter.month} />
      </div>
      <div>
        <label htmlFor="domain">Domain</label>
        <select id="domain" name="domain" defaultValue={filter.domain ?? ''}>
          <option value="">All</option>
          {Object.entries(DOMAINS).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {partners.length > 1 && (
        <div>
          <label htmlFor="organisation">Organisation</label>
          <select id="organisation" name="organisation" defaultValue={filter.partnerId ?? ''}>
            <option value="">All</option>
            {partners.map(({id, name}) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <Button type="submit">Show</Button>
    </form>
  );
}
