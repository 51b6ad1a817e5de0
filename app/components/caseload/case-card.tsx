import {PersonFlags} from '../people/person-flags.tsx';
import {ConcernOnCard} from './raise-concern.tsx';
import type {CaseCardView} from './caseload-view.ts';

/** A case in a list: who, what comes next and when, and one press to ring or to write a contact down. */
export function CaseCard({
  card,
  showsWorker = false,
  level: Name = 'h3',
}: {
  card: CaseCardView;
  showsWorker?: boolean;
  /** Below which heading the list stands. */
  level?: 'h2' | 'h3';
}) {
  const {id, due, phone} = card;
  return (
    <article className={`case-card case-card--${due?.state ?? 'none'}`} aria-labelledby={`case-${id}`}>
      <div className="case-card__head">
        <Name className="case-card__name" id={`case-${id}`}>
          <a href={`/caseload/cases/${id}`}>{card.name}</a>
        </Name>
        {due && (
          <span className={`due due--${due.state}`} title={due.day}>
            {due.words}
          </span>
        )}
      </div>
      <p className="case-card__next">{card.next}</p>
      <p className="case-card__facts">
        {[card.together, card.status, card.tier, showsWorker ? (card.worker ?? 'Nobody yet') : null, card.needs, card.contacts]
          .filter(Boolean)
          .join(' · ')}
        {card.waiting && <strong className="case-card__waiting"> {card.waiting}</strong>}
      </p>
      {card.mustKnow && <PersonFlags className="card-flags" {...card.mustKnow} />}
      {card.reachNote && <p className="case-card__note">{card.reachNote}</p>}
      {card.warning && (
        <p>
          <span className="safety safety--warning">{card.warning}</span>
        </p>
      )}
      <div className="case-card__acts">
        {phone && (
          <a className="act" href={`tel:${phone}`}>
            Ring <span className="act__number">{card.phoneShown}</span>
          </a>
        )}
        <a className="act act--main" href={`/caseload/cases/${id}#log`}>
          Log a contact<span className="nhsuk-u-visually-hidden"> with {card.name}</span>
        </a>
        <ConcernOnCard of={`/caseload/cases/${id}`} card={`case-${id}`} />
      </div>
    </article>
  );
}
