import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {ControlChart, CountBars, HeatMap, ShareBars} from '../../components/figures/charts.tsx';
import {Counting} from '../../components/figures/counting.tsx';
import {Figure} from '../../components/figures/figure.tsx';
import {FiguresFilterForm} from '../../components/figures/figures-filter-form.tsx';
import styles from '../../components/figures/figures.scss?url';
import {HandlersFigure} from '../../components/figures/handlers-figure.tsx';
import {PrintButton} from '../../components/listing/print-button.tsx';
import {DOMAINS} from '../../domain/calls/call-choices.ts';
import {FIGURES, viewFigures} from '../../domain/figures/figure-tables.ts';
import {monthInWords, readFiguresFilter} from '../../domain/figures/figures-filter.ts';
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
    shownOf: [
      monthInWords(filter.month),
      filter.domain ? DOMAINS[filter.domain] : 'all domains',
      ...counts.partners.filter(({id}) => id === filter.partnerId).map(({name}) => name),
    ].join(' · '),
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
  const {filter, view, shownOf, partners, thresholds, smallNumberRule, countedAt, counting, handlers, exports} =
    useLoaderData<typeof loader>();
  const {tables, chart} = view;
  return (
    <div className="page__inner">
      <h1>Figures of the desk</h1>
      <p className="reading__lede">
        {countedAt ? `Counted up to ${countedAt}. ` : 'Not counted yet. '}
        {smallNumberRule ?? 'The whole partnership.'}
      </p>
      <FiguresFilterForm filter={filter} partners={partners} />
      <h2 className="figures-of">{shownOf}</h2>
      <div className="figures-print">
        <PrintButton label="Print these figures" without="To have these on paper, print this page." />
      </div>

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
            North East Lincolnshire in 2017: 73 % social care, 67 % mental health out of hours, 26 % health (NHS England
            and LGA guide to integrated services, 2018–19)
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
      <HandlersFigure filter={filter} handlers={handlers} />
      <Figure name="answered" table={tables.answered} exportHref={exports.answered}>
        <p>
          In time: within {thresholds.answerSeconds} seconds. At once: the caller rang off within{' '}
          {thresholds.shortSeconds} seconds, so nobody could have answered. All domains.
        </p>
        <CountBars
          bars={view.answered}
          most={1}
          label="Service level by day of the week"
          asText={(share) => `${Math.round(share * 100)} %`}
        />
      </Figure>
      <Figure name="repeats" table={tables.repeats} exportHref={exports.repeats}>
        <CountBars bars={view.repeats} label="Third or later calls about somebody in 96 hours, by domain" />
      </Figure>
      <Figure name="gaps" table={tables.gaps} exportHref={exports.gaps} isTableOpen>
        <h3>By need</h3>
        <CountBars bars={view.gaps.byNeed} label="What was not to be had, by need" />
        <h3>By ward</h3>
        <CountBars bars={view.gaps.byPlace} label="What was not to be had, by ward" />
      </Figure>
      <Counting functions={counting} />
    </div>
  );
}
