import {useText} from '../../i18n/text-context.tsx';
import type {MapHandle, MapView} from './make-map.ts';
import type {MapBounds} from './map-data.ts';

interface MapButtonsProps {
  handle: MapHandle;
  view: MapView;
  /** Where all that was found lies. */
  all: MapBounds | null;
}

/** Closer, farther, everything: for those who do not drag or pinch. */
export function MapButtons({handle: {leaflet, show}, view, all}: MapButtonsProps) {
  const {map} = useText<'map'>();
  return (
    <div className="map-buttons">
      <button
        type="button"
        aria-label={map.zoomIn}
        aria-disabled={view.zoom >= leaflet.getMaxZoom()}
        onClick={() => leaflet.zoomIn()}
      >
        <span aria-hidden="true">+</span>
      </button>
      <button
        type="button"
        aria-label={map.zoomOut}
        aria-disabled={view.zoom <= leaflet.getMinZoom()}
        onClick={() => leaflet.zoomOut()}
      >
        <span aria-hidden="true">−</span>
      </button>
      {all && (
        <button type="button" aria-label={map.showAll} title={map.showAll} onClick={() => show(all)}>
          <svg aria-hidden="true" viewBox="0 0 24 24" width="20" height="20">
            <path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" />
          </svg>
        </button>
      )}
    </div>
  );
}
