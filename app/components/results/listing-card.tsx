import {memo} from 'react';
import {useText} from '../../i18n/text-context.tsx';
import {AddToShortlist} from '../shortlist/add-to-shortlist.tsx';
import type {CardView} from './card-view.ts';

interface ListingCardProps {
  card: CardView;
  isListed: boolean;
  /** Its pin on the map is pointed at. */
  isPointedAt?: boolean;
  /** The letter its pin wears, where there is a map. */
  letter?: string;
  onPoint?: (number: number | null) => void;
}

/** One listing in a list. The name is a plain link: a listing is a page of its own. */
export const ListingCard = memo(function ListingCard({
  card,
  isListed,
  isPointedAt = false,
  letter,
  onPoint,
}: ListingCardProps) {
  const text = useText().card;
  const point = onPoint && (() => onPoint(card.number));
  const leave = onPoint && (() => onPoint(null));
  return (
    <li
      className={isPointedAt ? 'card card--pointed-at' : 'card'}
      id={`listing-${card.number}`}
      onMouseEnter={point}
      onMouseLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      <h2 className="card__name">
        {letter && (
          <span className="card__letter" aria-hidden="true">
            {letter}
          </span>
        )}
        <a href={card.href} lang="en">
          {card.name}
        </a>
      </h2>
      {card.mayHelp && <p className="card__may-help">{card.mayHelp}</p>}
      {card.organisation && <p className="card__by">{text.by(card.organisation)}</p>}
      <p className="card__summary" lang="en">
        {card.summary}
      </p>
      <dl className="card__facts">
        {card.when && <Fact kind="when" name={text.when} value={card.when} />}
        <Fact kind="where" name={text.where} value={card.where} extra={card.distance} />
        <Fact kind="cost" name={text.cost} value={card.cost} />
        {card.space && (
          <Fact
            kind={card.space.isFull ? 'space card__fact--full' : 'space'}
            name={text.space}
            value={card.space.words}
          />
        )}
      </dl>
      <div className="card__foot">
        <p className={card.checked.isStale ? 'card__checked card__checked--stale' : 'card__checked'}>
          {card.checked.words}
        </p>
        <AddToShortlist number={card.number} name={card.name} isListed={isListed} />
      </div>
    </li>
  );
});

function Fact({kind, name, value, extra}: {kind: string; name: string; value: string; extra?: string | null}) {
  return (
    <div className={`card__fact card__fact--${kind}`}>
      <dt>{name}</dt>
      <dd>
        {value}
        {extra && <span className="card__distance">{extra}</span>}
      </dd>
    </div>
  );
}
