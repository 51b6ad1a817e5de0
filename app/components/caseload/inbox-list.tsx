import {Tag} from 'nhsuk-react-components';
import {PersonFlags, type Flags} from '../people/person-flags.tsx';
import {ConcernOnCard} from './raise-concern.tsx';

interface InboxCardView {
  id: string;
  reference: string;
  name: string;
  source: string;
  urgency: 'routine' | 'soon' | 'urgent';
  urgencyName: string;
  waited: string;
  facts: string;
  state: string | null;
  flags: string[];
  /** What must be known of the person before they are rung or visited. */
  mustKnow: Flags | null;
  caseId: string | null;
}

/** What waits, the most urgent and then the longest first. */
export function InboxList({cards}: {cards: InboxCardView[]}) {
  return (
    <div className="case-cards">
      {cards.map((card) => (
        <article
          key={card.id}
          className={`case-card inbox-card inbox-card--${card.urgency}`}
          aria-labelledby={`referral-${card.id}`}
        >
          <div className="case-card__head">
            <h2 className="case-card__name" id={`referral-${card.id}`}>
              <a href={`/caseload/inbox/${card.id}`}>{card.name}</a>
            </h2>
            <span className={card.urgency === 'urgent' ? 'due due--late' : 'due'}>{card.urgencyName}</span>
          </div>
          <p className="case-card__facts">
            {card.reference} · {card.source} · {card.waited}
          </p>
          {card.facts && <p className="case-card__next">{card.facts}</p>}
          {card.mustKnow && <PersonFlags className="card-flags" {...card.mustKnow} />}
          {card.flags.map((flag) => (
            <p key={flag} className="inbox-card__flag">
              {flag}
            </p>
          ))}
          {card.state && <Tag modifier="grey">{card.state}</Tag>}
          <div className="case-card__acts">
            <ConcernOnCard of={`/caseload/inbox/${card.id}`} card={`referral-${card.id}`} />
          </div>
          {card.caseId && (
            <p>
              <a href={`/caseload/cases/${card.caseId}`}>To the case</a>
            </p>
          )}
        </article>
      ))}
    </div>
  );
}
