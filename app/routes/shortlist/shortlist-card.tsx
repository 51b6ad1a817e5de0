import {Phone} from '../../components/listing/contact-links.tsx';
import {useText} from '../../i18n/text-context.tsx';
import type {ShortlistItem} from './shortlist-view.server.ts';

interface ShortlistCardProps {
  item: ShortlistItem;
  isListed: boolean;
  canChange: boolean;
}

/** One listing on the list, with what one needs to go there or ring. Taken off, it can be put back until the page is left. */
export function ShortlistCard({item, isListed, canChange}: ShortlistCardProps) {
  const {card, shortlist: text} = useText<'shortlist'>();
  return (
    <li
      className={isListed ? 'card shortlist-card' : 'card shortlist-card shortlist-card--off'}
      id={`listing-${item.number}`}
    >
      <h2 className="card__name">
        <a href={item.href} lang="en">
          {item.name}
        </a>
      </h2>
      {item.organisation && <p className="card__by">{card.by(item.organisation)}</p>}
      <p className="card__summary" lang="en">
        {item.summary}
      </p>
      <dl className="shortlist-card__facts">
        {item.phone && (
          <div>
            <dt>{text.phone}</dt>
            <dd>
              <Phone phone={item.phone} />
            </dd>
          </div>
        )}
        <Fact name={card.when} lines={item.times} />
        <Fact name={card.where} lines={item.places.length > 0 ? item.places : [item.where]} />
        <Fact name={card.cost} lines={[item.cost]} />
        {item.space && <Fact name={card.space} lines={[item.space.words]} />}
      </dl>
      <div className="card__foot">
        <p className={item.checked.isStale ? 'card__checked card__checked--stale' : 'card__checked'}>
          {item.checked.words}
        </p>
        {canChange && (
          <form className="add-to-list" method="post" action="/shortlist">
            <input type="hidden" name="number" value={item.number} />
            {!isListed && <span className="shortlist-card__off">{text.takenOff} </span>}
            <button className="text-button" name="intent" value={isListed ? 'remove' : 'add'}>
              {isListed ? text.takeOff : text.putBack}
              <span className="nhsuk-u-visually-hidden">{text.named(item.name)}</span>
            </button>
          </form>
        )}
      </div>
    </li>
  );
}

function Fact({name, lines}: {name: string; lines: string[]}) {
  if (lines.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </dd>
    </div>
  );
}
