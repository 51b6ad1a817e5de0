import {useEffect, useRef, useState, type MouseEvent} from 'react';
import {PersonFlags} from '../people/person-flags.tsx';
import {RingLink} from '../people/ring-link.tsx';
import {ConcernOnCard} from './raise-concern.tsx';
import type {CaseCardView} from './caseload-view.ts';
import {ContactLink} from './contact-link.ts';
import {LogInCard} from './log-in-card.tsx';

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
  const {id, due, phone, log} = card;
  const [link, setLink] = useState<ContactLink | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  // Without scripts, and where one was begun, it is written on the page of the case.
  const begin = (event: MouseEvent) => {
    if (!log || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    // Folded away it stays what it is, with what was typed.
    setLink((before) => before ?? new ContactLink(id, crypto.randomUUID()));
    setIsOpen(!isOpen);
  };
  if (saved !== null) return <SavedCard card={card} next={saved} level={Name} />;
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
        {[
          card.together,
          card.status,
          card.tier,
          showsWorker ? (card.worker ?? 'Nobody yet') : null,
          card.needs,
          card.contacts,
        ]
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
        {phone && <RingLink phone={phone} shown={card.phoneShown} mustKnow={card.mustKnow} />}
        <a
          className="act act--main"
          href={`/caseload/cases/${id}#log`}
          onClick={begin}
          aria-expanded={log ? isOpen : undefined}
        >
          Log a contact<span className="nhsuk-u-visually-hidden"> with {card.name}</span>
        </a>
        <ConcernOnCard of={`/caseload/cases/${id}`} card={`case-${id}`} />
      </div>
      {log && link && <LogInCard caseId={id} start={log} link={link} isOpen={isOpen} onSaved={setSaved} />}
    </article>
  );
}

/**
 * In place of a card with which there is nothing more to do now. It takes the focus: the form that had it is gone. In view is
 * all of the card, with whose it is.
 */
function SavedCard({card: {id, name}, next, level: Name}: {card: CaseCardView; next: string; level: 'h2' | 'h3'}) {
  const words = useRef<HTMLParagraphElement>(null);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    words.current?.focus({preventScroll: true});
    card.current?.scrollIntoView({block: 'nearest'});
  }, []);
  return (
    <article ref={card} className="case-card case-card--saved" aria-labelledby={`case-${id}`}>
      <Name className="case-card__name" id={`case-${id}`}>
        <a href={`/caseload/cases/${id}`}>{name}</a>
      </Name>
      <p ref={words} tabIndex={-1}>
        <strong>The contact is saved.</strong> {next}
      </p>
    </article>
  );
}
