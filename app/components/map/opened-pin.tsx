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
  /** Whether the one listing is on the visitor's list. */
  isListed: boolean;
  hrefOf(listing: {number: number; slug: string}): string;
  onPoint(number: number | null): void;
  onClose(): void;
}

/** The bubble of the pin that was pressed. */
export function OpenedPin({handle, pin, card, distance, letters, isListed, hrefOf, onPoint, onClose}: OpenedPinProps) {
  const {feature} = pin;
  return (
    <MapPopup handle={handle} at={pin} title={pin.name} onClose={onClose}>
      {feature.type === 'listing' ? (
        <ListingDetails {...feature} href={hrefOf(feature)} distance={distance} card={card} isListed={isListed} />
      ) : (
        <NamesTogether
          numbers={numbersIn(pin)}
          count={feature.count}
          letters={letters}
          hrefOf={hrefOf}
          onPoint={onPoint}
        />
      )}
    </MapPopup>
  );
}
