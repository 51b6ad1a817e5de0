import {CaseCard} from './case-card.tsx';
import type {CaseCardView} from './caseload-view.ts';

export interface CoveringView {
  name: string;
  until: string;
  cards: CaseCardView[];
}

/** What is due with the people of colleagues who are away. */
export function CoveringPart({covering}: {covering: CoveringView[]}) {
  return covering.map(({name, until, cards}) => (
    <section key={name} className="day-part" aria-label={`For ${name}`}>
      <h2>
        For {name} <span className="day-part__count">away until {until}</span>
      </h2>
      {cards.length === 0 ? (
        <p>Nothing of theirs is due within seven days.</p>
      ) : (
        <div className="case-cards">
          {cards.map((card) => (
            <CaseCard key={card.id} card={card} />
          ))}
        </div>
      )}
    </section>
  ));
}
