import {OnwardLines, type OnwardDueView} from '../onward/onward-due.tsx';
import {CaseCard} from './case-card.tsx';
import type {CaseCardView} from './caseload-view.ts';
import {MeasureLines, type DueMeasureView} from './measures-due.tsx';
import {ReviewLines, type ReviewView} from './plans-to-review.tsx';
import {CallLines, type PromisedCallView} from './promised-calls.tsx';

interface CoveringView {
  name: string;
  until: string;
  cards: CaseCardView[];
  calls: PromisedCallView[];
  onward: OnwardDueView[];
  reviews: ReviewView[];
  measures: DueMeasureView[];
}

/** All that is due with the people of colleagues who are away. */
export function CoveringPart({covering}: {covering: CoveringView[]}) {
  return covering.map((one) => (
    <section key={one.name} className="day-part" aria-label={`For ${one.name}`}>
      <h2>
        For {one.name} <span className="day-part__count">away until {one.until}</span>
      </h2>
      <Due of={one} />
    </section>
  ));
}

function Due({of: {cards, calls, onward, reviews, measures}}: {of: CoveringView}) {
  if ([cards, calls, onward, reviews, measures].every((list) => list.length === 0))
    return <p>Nothing of theirs is due within seven days.</p>;
  return (
    <>
      {calls.length > 0 && <h3>Promised to ring back</h3>}
      {calls.length > 0 && <CallLines calls={calls} />}
      {onward.length > 0 && <h3>From services</h3>}
      {onward.length > 0 && <OnwardLines due={onward} />}
      {cards.length > 0 && (
        <>
          <h3>Next steps</h3>
          <div className="case-cards">
            {cards.map((card) => (
              <CaseCard key={card.id} card={card} />
            ))}
          </div>
        </>
      )}
      {reviews.length > 0 && <h3>Plans to review</h3>}
      {reviews.length > 0 && <ReviewLines reviews={reviews} />}
      {measures.length > 0 && <h3>Measures due</h3>}
      {measures.length > 0 && <MeasureLines due={measures} />}
    </>
  );
}
