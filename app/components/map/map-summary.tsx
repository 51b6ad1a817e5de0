import {useText} from '../../i18n/text-context.tsx';
import type {MapAnswered} from './use-map-data.ts';
import type {Ground} from './use-ground.ts';

/** Under the map: how much of what was found is on it, and what kind of map it is. */
export function MapSummary({answered, ground}: {answered: MapAnswered; ground: Ground}) {
  const {map} = useText<'map'>();
  const {data, isLooking, hasFailed, retry} = answered;
  const shown = data ? data.total - data.withoutPlace : 0;
  return (
    <div className="map-summary">
      <p role="status">
        {isLooking && <span>{map.loading} </span>}
        {hasFailed && <span>{map.failed} </span>}
        {!isLooking && !hasFailed && data && (
          <span>
            {shown > 0 ? map.summary(shown) : map.nothing}{' '}
            {data.withoutPlace > 0 && map.withoutPlace(data.withoutPlace)}
          </span>
        )}
      </p>
      {hasFailed && (
        <button className="button button--quiet" type="button" onClick={retry}>
          {map.retry}
        </button>
      )}
      {ground === 'plain' && <p className="map-summary__ground">{map.plain}</p>}
      {ground === 'failed' && (
        <p className="map-summary__ground" role="status">
          {map.tilesFailed}
        </p>
      )}
    </div>
  );
}
