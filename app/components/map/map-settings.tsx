import {useEffect, useRef} from 'react';
import {useText} from '../../i18n/text-context.tsx';
import type {ResultsMapProps} from './results-map-props.ts';

interface MapSettingsProps extends Pick<ResultsMapProps, 'form' | 'isFollowing' | 'onFollow'> {
  isListShown: boolean;
  onShowList(isShown: boolean): void;
}

/** Whether the list follows the map, and whether the map is also given in words. */
export function MapSettings({form, isFollowing, onFollow, isListShown, onShowList}: MapSettingsProps) {
  const {map} = useText<'map'>();
  const box = useRef<HTMLInputElement>(null);
  // The address has the last word, but it comes a moment later; until then the box stays as it was pressed.
  useEffect(() => {
    if (box.current) box.current.checked = isFollowing;
  }, [isFollowing]);
  return (
    <div className="map-settings">
      <label className="map-settings__follow">
        <input
          type="checkbox"
          name="follow"
          value="1"
          form={form}
          ref={box}
          defaultChecked={isFollowing}
          onChange={(event) => onFollow(event.target.checked)}
        />
        {map.follow}
      </label>
      <button
        className="map-settings__list"
        type="button"
        aria-expanded={isListShown}
        aria-controls={isListShown ? 'map-in-view' : undefined}
        onClick={() => onShowList(!isListShown)}
      >
        {isListShown ? map.hideInView : map.inView}
      </button>
    </div>
  );
}
