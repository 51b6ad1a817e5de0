import {useText} from '../../i18n/text-context.tsx';
import type {CardView} from '../results/card-view.ts';
import {AddToShortlist} from '../shortlist/add-to-shortlist.tsx';

interface RelatedListingsProps {
  nearby: CardView[];
  similar: CardView[];
  /** The numbers of what is on the visitor's list. */
  listed: ReadonlySet<number>;
}

/** Listings near this one and like it, for when it is not quite right. */
export function RelatedListings({nearby, similar, listed}: RelatedListingsProps) {
  const {listing} = useText<'listing'>();
  if (nearby.length + similar.length === 0) return null;
  return (
    <section className="related" aria-labelledby="related-title">
      <h2 id="related-title">{listing.related}</h2>
      <div className="related__columns">
        {similar.length > 0 && <RelatedList title={listing.similar} cards={similar} listed={listed} />}
        {nearby.length > 0 && <RelatedList title={listing.nearby} cards={nearby} listed={listed} />}
      </div>
    </section>
  );
}

interface RelatedListProps extends Pick<RelatedListingsProps, 'listed'> {
  title: string;
  cards: CardView[];
}

function RelatedList({title, cards, listed}: RelatedListProps) {
  return (
    <div>
      <h3 className="related__title">{title}</h3>
      <ul className="related__list" role="list">
        {cards.map((card) => (
          // Where a press without scripts comes back to.
          <li key={card.number} id={`listing-${card.number}`}>
            <a href={card.href} lang="en">
              {card.name}
            </a>
            <span>{[card.when, card.where].filter(Boolean).join(' · ')}</span>
            <AddToShortlist number={card.number} name={card.name} isListed={listed.has(card.number)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
