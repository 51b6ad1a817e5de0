import {useText} from '../../i18n/text-context.tsx';
import type {CardView} from '../results/card-view.ts';

/** Listings near this one and like it, for when it is not quite right. */
export function RelatedListings({nearby, similar}: {nearby: CardView[]; similar: CardView[]}) {
  const {listing} = useText<'listing'>();
  if (nearby.length + similar.length === 0) return null;
  return (
    <section className="related" aria-labelledby="related-title">
      <h2 id="related-title">{listing.related}</h2>
      <div className="related__columns">
        {similar.length > 0 && <RelatedList title={listing.similar} cards={similar} />}
        {nearby.length > 0 && <RelatedList title={listing.nearby} cards={nearby} />}
      </div>
    </section>
  );
}

function RelatedList({title, cards}: {title: string; cards: CardView[]}) {
  return (
    <div>
      <h3 className="related__title">{title}</h3>
      <ul className="related__list" role="list">
        {cards.map((card) => (
          <li key={card.number}>
            <a href={card.href} lang="en">
              {card.name}
            </a>
            <span>{[card.when, card.where].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
