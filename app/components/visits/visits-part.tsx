import {useId} from 'react';
import {VisitCard} from './visit-card.tsx';
import type {VisitFrom, VisitView} from './visit-view.ts';

/** Visits under a heading; nothing where there are none. */
export function VisitsPart({title, visits, from}: {title: string; visits: VisitView[]; from: VisitFrom}) {
  const id = useId();
  if (visits.length === 0) return null;
  return (
    <section className="day-part" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="day-part__count">{visits.length}</span>
      </h2>
      <ul className="case-cards" role="list">
        {visits.map((visit) => (
          <VisitCard key={visit.id} visit={visit} from={from} />
        ))}
      </ul>
    </section>
  );
}
