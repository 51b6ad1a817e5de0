import {useState} from 'react';
import {useText} from '../../i18n/text-context.tsx';
import {MapLetter, NamesTogether, numbersIn} from './pin-details.tsx';
import type {PinView} from './pin-views.ts';

interface InViewListProps {
  pins: PinView[];
  letters: Map<number, string>;
  hrefOf(listing: {number: number; slug: string}): string;
  distanceOf(pin: PinView): string | null;
  onPoint(number: number | null): void;
  onLookCloser(pin: PinView): void;
}

/** The map in words: everything in view, with the same links, for whoever does not use the pins. */
export function InViewList({pins, distanceOf, onLookCloser, ...rest}: InViewListProps) {
  const {map} = useText<'map'>();
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
                <MapLetter letter={pin.face} />
                <a href={rest.hrefOf(pin.feature)} lang="en">
                  {pin.name}
                </a>{' '}
                <span className="in-view__distance">{distanceOf(pin)}</span>
              </>
            ) : (
              <Together pin={pin} onLookCloser={() => onLookCloser(pin)} {...rest} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TogetherProps extends Pick<InViewListProps, 'letters' | 'hrefOf' | 'onPoint'> {
  pin: PinView;
  onLookCloser(): void;
}

/** A cluster: a few are listed at once, many by looking closer. */
function Together({pin, onLookCloser, ...rest}: TogetherProps) {
  const [isOpen, setOpen] = useState(false);
  const {feature} = pin;
  const numbers = numbersIn(pin);
  if (numbers.length === 0 || feature.type === 'listing') {
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
      {isOpen && <NamesTogether numbers={numbers} count={feature.count} {...rest} />}
    </>
  );
}
