import {useText} from '../../i18n/text-context.tsx';
import {PlaceMap} from '../map/place-map.tsx';
import type {PlaceMapView} from '../map/place-map-view.ts';
import {Phone} from './contact-links.tsx';
import {Prose} from './prose.tsx';
import {Facts, Section} from './section.tsx';
import type {PlaceView, WhereView} from './where-view.ts';

/** The places, each with its address and the way there, or how it comes to people. */
export function WherePart({where, map}: {where: WhereView; map: PlaceMapView | null}) {
  const {listing} = useText<'listing'>();
  if (where.places.length === 0 && where.lines.length === 0) return null;
  const isOne = where.places.length === 1;
  return (
    <Section id="where" title={listing.where}>
      {where.count && <p>{where.count}</p>}
      {isOne ? (
        <div className="where-one">
          <Place place={where.places[0] as PlaceView} />
          {map && <PlaceMap view={map} />}
        </div>
      ) : (
        <>
          <PlaceList places={where.places.slice(0, where.shown)} />
          {where.places.length > where.shown && (
            <details className="places__more">
              <summary>{where.more}</summary>
              <PlaceList places={where.places.slice(where.shown)} />
            </details>
          )}
        </>
      )}
      {!isOne && map && <PlaceMap view={map} />}
      <Facts lines={where.lines} />
    </Section>
  );
}

function PlaceList({places}: {places: PlaceView[]}) {
  if (places.length === 0) return null;
  return (
    <ul className="places" role="list">
      {places.map((place) => (
        <li key={`${place.name} ${place.lines.join()}`}>
          <Place place={place} />
        </li>
      ))}
    </ul>
  );
}

function Place({place}: {place: PlaceView}) {
  const {listing} = useText<'listing'>();
  return (
    <div className="place">
      <address className="place__address">
        <strong>{place.name}</strong>
        {place.lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <div lang="en">
        <Prose blocks={place.description} />
      </div>
      {place.phones.map((phone) => (
        <Phone key={phone.href} phone={phone} />
      ))}
      {place.mapHref && (
        <p className="place__ways">
          {place.directionsHref && (
            <a href={place.directionsHref} rel="noreferrer">
              {listing.directions}
              <span className="nhsuk-u-visually-hidden">: {place.name}</span>
            </a>
          )}
          <a href={place.mapHref} rel="noreferrer">
            {listing.showMap}
            <span className="nhsuk-u-visually-hidden">: {place.name}</span>
          </a>
          <span className="place__whose">{listing.opensMap}</span>
        </p>
      )}
    </div>
  );
}
