import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import figures from '../../components/figures/figures.scss?url';
import {PrintButton} from '../../components/listing/print-button.tsx';
import {measuresView} from '../../components/measures/measures-view.ts';
import styles from '../../components/measures/measures.scss?url';
import {ScoreChart} from '../../components/measures/score-chart.tsx';
import {getCaseMeasures} from '../../domain/measures/case-measures.server.ts';
import {allScales} from '../../domain/measures/scales.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {today} from '../../http/today.server.ts';
import {asker, idOf, missing} from '../people.record/people-request.server.ts';

export const handle = {door: 'cases.measures', isTurnedToThem: true};
export const links = () => [figures, styles].map((href) => ({rel: 'stylesheet', href}));

export async function loader({params, context}: LoaderFunctionArgs) {
  const measures = await getCaseMeasures(context.sql, asker(context), idOf(params.id), today());
  if (!measures) throw missing();
  const {caseId, charts, domains} = measuresView(measures, allScales());
  return {title: 'How it is going', isIndexed: false, caseId, charts, domains};
}

export const meta = pageMeta;

/** The charts of one case for the person they are about: on a screen that is turned to them, and on paper. */
export default function MeasuresToShow() {
  const {caseId, charts, domains} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner measures-show">
      <div className="measures-show__ways">
        <BackLink href={`/caseload/cases/${caseId}/measures`}>Did it help?</BackLink>
        <PrintButton label="Print it" without="Use the print key of your browser." />
      </div>
      <h1>How it is going</h1>
      {charts.length === 0 && <p>Nothing has been measured yet.</p>}
      {charts.flatMap((scale) =>
        scale.charts.map((chart) => (
          <div key={chart.id}>
            <ScoreChart {...chart} />
            <p className="measures-show__reading">
              {chart.better === 'higher' ? 'Going up is good.' : 'Going down is good.'}
            </p>
          </div>
        )),
      )}
      {domains.length > 0 && (
        <section aria-labelledby="since">
          <h2 id="since">Since we began</h2>
          <ul className="verdicts" role="list">
            {domains.map(({name, verdict, words}) => (
              <li key={name} className={`verdict verdict--${verdict}`}>
                {name}: <strong>{words}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
