import {useText} from '../../i18n/text-context.tsx';
import {Section} from './section.tsx';
import type {AccessView, PlaceView} from './where-view.ts';

/** Access of the service itself, then of each place. */
export function AccessPart({own, places}: {own: AccessView[]; places: PlaceView[]}) {
  const {listing} = useText<'listing'>();
  const accessible = places.filter(({access}) => access.length > 0);
  if (own.length === 0 && accessible.length === 0) return null;
  return (
    <Section id="access" title={listing.access}>
      <AccessList features={own} />
      {accessible.map((place) => (
        <div key={place.name}>
          {(own.length > 0 || places.length > 1) && <h3 className="listing-part__subtitle">{place.accessTitle}</h3>}
          <AccessList features={place.access} />
        </div>
      ))}
    </Section>
  );
}

function AccessList({features}: {features: AccessView[]}) {
  if (features.length === 0) return null;
  return (
    <ul className="access-list" role="list">
      {features.map(({name, lang, details, href}) => (
        <li key={name} lang={lang}>
          {href ? (
            <a href={href} rel="nofollow noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
          {details && (
            <span className="access-list__details" lang="en">
              {details}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
