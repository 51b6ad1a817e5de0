import {useText} from '../../i18n/text-context.tsx';
import {lengthInWords, type Scale} from './scale.ts';

/** How long a mile or so is on this map. */
export function ScaleBar({scale}: {scale: Scale}) {
  const words = useText<'map'>().map.scale;
  const length = lengthInWords(scale.miles, words);
  return (
    <p className="map-scale">
      <span className="nhsuk-u-visually-hidden">{words.label(length)}</span>
      <span aria-hidden="true">{length}</span>
      <span className="map-scale__bar" aria-hidden="true" style={{width: scale.pixels}} />
    </p>
  );
}
