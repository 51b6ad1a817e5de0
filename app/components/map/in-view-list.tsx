import {useState} from 'react';
import {useText} from '../../i18n/text-context.tsx';
import {NamesTogether, numbersIn} from './pin-details.tsx';
import {standsOnOneSpot, type PinView} from './pin-views.ts';

interface InViewListProps {
  pins: PinView[];
  hrefOf(listing: {number: number; slug: string}): string;
  distanceOf(pin: PinView): string | null;
  onLookCloser(pin: PinView): void;
}

/** The map in words: everything in view, with the same links, for whoever does not use the pins. */
export function InViewList({pins, hrefOf, distanceOf, onLookCloser}: InViewListProps) {
  const {map} = useText();
  const count = pins.reduce((sum, {feature}) => sum + (feature.type === 'cluster' ? feature.count : 1), 0);
  return (
    <section className="in-view" id="map-in-view" aria-labelledby="in-view-title" tabIndex={-1}>
      <h2 className="in-view__title" id="in-view-title">
        {map.inViewTitle}
      </h2>
      <p role="status">{count > 0 ? map.inViewCount(count) : map.nothingInView}</p>
      <ul className="in-view__list" role="list">
        {pins.map((pin) => (
          <li key={pin.key}>
            {pin.feature.type === 'listing' ? (
              <>
                {pin.face && (
                  <span className="in-view__letter" aria-hidden="true">
                    {pin.face}
                  </span>
                )}
                <a href={hrefOf(pin.feature)}>{pin.name}</a>{' '}
                <span className="in-view__distance">{distanceOf(pin)}</span>
              </>
            ) : (
              <Together pin={pin} hrefOf={hrefOf} onLookCloser={() => onLookCloser(pin)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A cluster: a few are listed at once, many by looking closer. */
function Together({
  pin,
  hrefOf,
  onLookCloser,
}: {
  pin: PinView;
  hrefOf: InViewListProps['hrefOf'];
  onLookCloser(): void;
}) {
  const [isOpen, setOpen] = useState(false);
  const numbers = numbersIn(pin);
  if (numbers.length === 0 && !standsOnOneSpot(pin.feature)) {
    return (
      <button className="in-view__more" type="button" onClick={onLookCloser}>
        {pin.label}
      </button>
    );
  }
  return (
    <>
      <button className="in-view__more" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {pin.name}
      </button>
      {isOpen && (
        <NamesTogether
          numbers={numbers}
          count={pin.feature.type === 'cluster' ? pin.feature.count : 1}
          hrefOf={hrefOf}
        />
      )}
    </>
  );
}
