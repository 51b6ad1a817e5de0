import {CaseCard} from './case-card.tsx';
import type {CaseCardView} from './caseload-view.ts';

export interface DayView {
  late: CaseCardView[];
  today: CaseCardView[];
  soon: CaseCardView[];
  withoutStep: CaseCardView[];
  open: number;
}

const PARTS = [
  {key: 'late', title: 'Overdue'},
  {key: 'today', title: 'Today'},
  {key: 'soon', title: 'In the next seven days'},
  {key: 'withoutStep', title: 'Nothing planned'},
] as const;

/** What is to be done, the latest first. */
export function MyDay({day}: {day: DayView}) {
  const isFree = PARTS.every(({key}) => day[key].length === 0);
  if (isFree) {
    return (
      <div className="nothing-yet">
        <h2>No next step is due</h2>
        {day.open === 0 ? (
          <p>
            You walk with nobody yet. Who waits stands in <a href="/caseload/inbox">the inbox</a>.
          </p>
        ) : (
          <p>
            Your week is clear. Everybody you walk with is in <a href="/caseload/all">the caseload</a>.
          </p>
        )}
      </div>
    );
  }
  return PARTS.filter(({key}) => day[key].length > 0).map(({key, title}) => (
    <section key={key} className="day-part" aria-labelledby={`part-${key}`}>
      <h2 id={`part-${key}`}>
        {title} <span className="day-part__count">{day[key].length}</span>
      </h2>
      <div className="case-cards">
        {day[key].map((card) => (
          <CaseCard key={card.id} card={card} />
        ))}
      </div>
    </section>
  ));
}
