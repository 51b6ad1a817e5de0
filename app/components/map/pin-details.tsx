import {useText} from '../../i18n/text-context.tsx';
import {AddToShortlist} from '../shortlist/add-to-shortlist.tsx';
import type {CardView} from '../results/card-view.ts';
import type {PinView} from './pin-views.ts';
import {useNames} from './use-names.ts';

interface ListingDetailsProps {
  number: number;
  name: string;
  href: string;
  /** How far, in words; null when no place was asked about. */
  distance: string | null;
  /** Its card, when it is on this page of the list. */
  card: CardView | undefined;
  isListed: boolean;
}

/** What a pin's bubble says of one listing. */
export function ListingDetails({number, name, href, distance, card, isListed}: ListingDetailsProps) {
  return (
    <>
      <p className="map-popup__name">
        <a href={href} lang="en">
          {name}
        </a>
      </p>
      {distance && <p className="map-popup__fact">{distance}</p>}
      {card?.when && <p className="map-popup__fact">{card.when}</p>}
      {card && <p className="map-popup__fact">{card.cost}</p>}
      <AddToShortlist number={number} name={name} isListed={isListed} />
    </>
  );
}

interface NamesTogetherProps {
  numbers: number[];
  /** How many there are, which may be more than have a number here. */
  count: number;
  /** Of those that are on this page of the list. */
  letters: Map<number, string>;
  /** Numbers of what is on the visitor's list, where things can be put on it from here. */
  listed?: ReadonlySet<number>;
  hrefOf(listing: {number: number; slug: string}): string;
  onPoint(number: number | null): void;
}

/** The listings that stand together on one spot, or in one cluster. */
export function NamesTogether({numbers, count, letters, listed, hrefOf, onPoint}: NamesTogetherProps) {
  const {map} = useText<'map'>();
  const names = useNames(numbers);
  const leave = () => onPoint(null);
  return (
    <>
      <p className="map-popup__name">{map.alsoHere(count)}</p>
      {!Array.isArray(names) && <p role="status">{names === 'failed' ? map.failed : map.fetchingNames}</p>}
      {Array.isArray(names) && (
        <ul className="map-popup__list" role="list">
          {names.map((listing) => {
            const point = () => onPoint(listing.number);
            return (
              <li key={listing.number} onMouseEnter={point} onMouseLeave={leave} onFocus={point} onBlur={leave}>
                <MapLetter letter={letters.get(listing.number)} />
                <a href={hrefOf(listing)} lang="en">
                  {listing.name}
                </a>
                {listed && <AddToShortlist {...listing} isListed={listed.has(listing.number)} />}
              </li>
            );
          })}
        </ul>
      )}
      {Array.isArray(names) && count > names.length && (
        <p className="map-popup__fact">{map.more(count - names.length)}</p>
      )}
    </>
  );
}

/** The letter that a listing's card wears, for the eyes. */
export function MapLetter({letter}: {letter: string | undefined}) {
  return letter ? (
    <span className="map-letter" aria-hidden="true">
      {letter}
    </span>
  ) : null;
}

/** The numbers in a cluster that is opened as a list. */
export function numbersIn({feature}: PinView): number[] {
  return feature.type === 'cluster' ? (feature.numbers ?? []) : [];
}
