import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {Button} from 'nhsuk-react-components';
import {ControlChart, HeatMap, ShareBars} from '../../components/figures/charts.tsx';
import {Figure} from '../../components/figures/figure.tsx';
import {Counting} from '../../components/figures/counting.tsx';
import styles from '../../components/figures/figures.scss?url';
import {DOMAINS} from '../../domain/calls/call-choices.ts';
import {FIGURES, viewFigures} from '../../domain/figures/figure-tables.ts';
import {readFiguresFilter} from '../../domain/figures/figures-filter.ts';
import {smallNumberRule} from '../../domain/figures/figure-rules.ts';
import {readCounting, readFigures} from '../../domain/figures/read-figures.server.ts';
import {WEEKDAYS} from '../../domain/figures/shown-words.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {contextOf} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {howManyHandlers} from './how-many-handlers.ts';

export const handle = {door: 'desk.figures'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({request, context}: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const filter = readFiguresFilter(asked, today());
  const {thresholds, smallNumbers} = context.config.figures;
  const [counts, counting] = await Promise.all([
    readFigures(context.sql, contextOf(context, 'figures'), filter, thresholds),
    readCounting(context.sql),
  ]);
  const view = viewFigures(counts, filter, new Date(), smallNumbers);
  const address = new URLSearchParams({month: filter.month});
  if (filter.domain) address.set('domain', filter.domain);
  if (filter.partnerId) address.set('organisation', filter.partnerId);
  return {
    title: 'Figures of the desk',
    isIndexed: false,
    filter,
    view,
    partners: counts.partners,
    thresholds,
    smallNumberRule: view.isExact ? null : smallNumberRule(smallNumbers),
    countedAt: counts.countedAt ? momentInWords(counts.countedAt) : null,
    counting,
    handlers: howManyHandlers(asked, view),
    exports: Object.fromEntries(
      FIGURES.map((name) => [name, `/desk/figures/export.csv?figure=${name}&${address}`]),
    ) as Record<(typeof FIGURES)[number], string>,
  };
}

export const meta = pageMeta;

/** What the desk achieves, counted: for team leads and analysts. Nobody can be found from here. */
export default function Figures() {
  const {filter, view, partners, thresholds, smallNumberRule, countedAt, counting, handlers, exports} =
    useLoaderData<typeof loader>();
  const {tables, chart} = view;
  return (
    <div className="page__inner">
      <h1>Figures of the desk</h1>
      <p className="reading__lede">
        {countedAt ? `Counted up to ${countedAt}. ` : 'Not counted yet. '}
        {smallNumberRule ?? 'The whole partnership.'}
      </p>
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

      <Figure name="first-contact" table={tables['first-contact']} exportHref={exports['first-contact']} isTableOpen>
        <p className="figure__key">
          <span>
            <span className="figure__sample figure__sample--claimed" />
            Claimed
          </span>
          <span>
            <span className="figure__sample figure__sample--sustained" />
            Sustained for seven days
          </span>
          <span>
            <span className="figure__sample figure__sample--beside" />
            North East Lincolnshire in 2017: 73 % social care, 67 % mental health, 26 % health (NHS England and LGA
            guide to integrated services, 2018–19)
          </span>
        </p>
        <ShareBars bars={view.bars} />
      </Figure>
      <Figure name="week-chart" table={tables['week-chart']} exportHref={exports['week-chart']}>
        {chart && (
          <>
            <p>
              {chart.isTrial ? 'Fewer than twelve weeks, so these are trial limits. ' : ''}A diamond is a week with a
              sign of a cause.
            </p>
            <ControlChart chart={chart} weeks={view.weeks} />
          </>
        )}
      </Figure>
      <Figure name="hours" table={tables.hours} exportHref={exports.hours}>
        <p>The darker, the more calls: mean for each hour. A square with a broken edge is hidden.</p>
        <HeatMap heat={view.heat} weekdays={WEEKDAYS} />
      </Figure>
      <section className="figure" aria-labelledby="handlers">
        <h2 id="handlers">How many handlers</h2>
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
        <p>
          <strong>{handlers.answer}</strong>
        </p>
        <details className="figure__more">
          <summary>How this is worked out</summary>
          <p>{handlers.rule}</p>
        </details>
      </section>
      <Figure name="answered" table={tables.answered} exportHref={exports.answered} isTableOpen>
        <p>
          In time: within {thresholds.answerSeconds} seconds. At once: the caller rang off within{' '}
          {thresholds.shortSeconds} seconds, so nobody could have answered. All domains.
        </p>
      </Figure>
      <Figure name="repeats" table={tables.repeats} exportHref={exports.repeats} isTableOpen />
      <Figure name="gaps" table={tables.gaps} exportHref={exports.gaps} isTableOpen />
      <Counting functions={counting} />
    </div>
  );
}
