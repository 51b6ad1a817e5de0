import type {ReactNode} from 'react';
import {CaseCard} from './case-card.tsx';
import type {CaseCardView} from './caseload-view.ts';

interface DayView {
  late: CaseCardView[];
  today: CaseCardView[];
  soon: CaseCardView[];
  withoutStep: CaseCardView[];
  open: number;
}

const PRESSING = [
  {key: 'late', title: 'Overdue'},
  {key: 'today', title: 'Today'},
  {key: 'withoutStep', title: 'Nothing planned'},
] as const;

/** So many of the days to come stand there at once. A few more are shown with them: nothing is folded away for two names. */
const FIRST = 6;
const ALL_THE_SAME = 8;

/**
 * What is to be done: what presses first, then what else is due by now, then the days to come.
 * @param children what is due besides next steps: plans, measures, the people of colleagues
 */
export function MyDay({day, children}: {day: DayView; children?: ReactNode}) {
  const isFree = [...PRESSING.map(({key}) => key), 'soon' as const].every((key) => day[key].length === 0);
  return (
    <>
      {isFree && <FreeDay open={day.open} />}
      {PRESSING.map(({key, title}) => (
        <DayPart key={key} name={key} title={title} cards={day[key]} />
      ))}
      {children}
      <DayPart
        name="soon"
        title="In the next seven days"
        cards={day.soon}
        first={day.soon.length <= ALL_THE_SAME ? day.soon.length : FIRST}
      />
    </>
  );
}

interface DayPartProps {
  name: string;
  title: string;
  cards: CaseCardView[];
  /** How many of them are not folded away. */
  first?: number;
}

function DayPart({name, title, cards, first = cards.length}: DayPartProps) {
  if (cards.length === 0) return null;
  return (
    <section className="day-part" aria-labelledby={`part-${name}`}>
      <h2 id={`part-${name}`}>
        {title} <span className="day-part__count">{cards.length}</span>
      </h2>
      <Cards cards={cards.slice(0, first)} />
      {first < cards.length && (
        <details className="day-part__rest">
          <summary>The other {cards.length - first}</summary>
          <Cards cards={cards.slice(first)} />
        </details>
      )}
    </section>
  );
}

const Cards = ({cards}: {cards: CaseCardView[]}) => (
  <div className="case-cards">
    {cards.map((card) => (
      <CaseCard key={card.id} card={card} />
    ))}
  </div>
);

function FreeDay({open}: {open: number}) {
  return (
    <div className="nothing-yet">
      <h2>No next step is due</h2>
      {open === 0 ? (
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
