import type {CardView} from '../results/card-view.ts';
import type {MapHandle} from './make-map.ts';
import {MapPopup} from './map-popup.tsx';
import {ListingDetails, NamesTogether, numbersIn} from './pin-details.tsx';
import type {PinView} from './pin-views.ts';

interface OpenedPinProps {
  handle: MapHandle;
  pin: PinView;
  card: CardView | undefined;
  distance: string | null;
  letters: Map<number, string>;
  /** Numbers of what is on the visitor's list. */
  listed: ReadonlySet<number>;
  hrefOf(listing: {number: number; slug: string}): string;
  onPoint(number: number | null): void;
  onClose(): void;
}

/** The bubble of the pin that was pressed. */
export function OpenedPin({handle, pin, card, distance, letters, listed, hrefOf, onPoint, onClose}: OpenedPinProps) {
  const {feature} = pin;
  return (
    <MapPopup handle={handle} at={pin} title={pin.name} onClose={onClose}>
      {feature.type === 'listing' ? (
        <ListingDetails
          {...feature}
          href={hrefOf(feature)}
          distance={distance}
          card={card}
          isListed={listed.has(feature.number)}
        />
      ) : (
        <NamesTogether
          numbers={numbersIn(pin)}
          count={feature.count}
          letters={letters}
          listed={listed}
          hrefOf={hrefOf}
          onPoint={onPoint}
        />
      )}
    </MapPopup>
  );
}
