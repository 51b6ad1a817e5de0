import {Popup} from 'leaflet';
import {useEffect, useLayoutEffect, useRef, useState, type ReactNode} from 'react';
import {createPortal} from 'react-dom';
import {useText} from '../../i18n/text-context.tsx';
import type {MapHandle} from './make-map.ts';
import type {LatLng} from './map-data.ts';

interface MapPopupProps {
  handle: MapHandle;
  at: LatLng;
  /** What it is about: its name for those who cannot see it. */
  title: string;
  onClose(): void;
  children: ReactNode;
}

/** Pixels. */
const WIDEST = 300;
const SIDE = 12;
/** What the buttons take of the map at its top and at its right side. */
const BUTTONS = {top: 64, side: 64};

/** A bubble over a pin. What is in it is ours; Leaflet keeps it in its place and makes room for it. */
export function MapPopup({handle, at: {latitude, longitude}, title, onClose, children}: MapPopupProps) {
  const {map} = useText<'map'>();
  const [host] = useState(() => document.createElement('div'));
  const dialog = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const popup = new Popup({
      className: 'map-popup',
      closeButton: false,
      closeOnEscapeKey: false,
      autoClose: false,
      closeOnClick: false,
      minWidth: 200,
      maxWidth: Math.min(WIDEST, handle.leaflet.getSize().x - SIDE - BUTTONS.side),
      // Clear of the buttons on the map.
      autoPanPaddingTopLeft: [SIDE, BUTTONS.top],
      autoPanPaddingBottomRight: [BUTTONS.side, SIDE],
    });
    popup.setLatLng([latitude, longitude]).setContent(host).openOn(handle.leaflet);
    // More may come into it later. Leaflet then takes the content out and puts it in again, and the focus would be gone.
    let height = host.offsetHeight;
    const sizes = new ResizeObserver(() => {
      if (host.offsetHeight === height) return;
      height = host.offsetHeight;
      const focused = host.contains(document.activeElement) && document.activeElement;
      popup.update();
      if (focused instanceof HTMLElement) focused.focus({preventScroll: true});
    });
    sizes.observe(host);
    return () => {
      sizes.disconnect();
      popup.remove();
    };
  }, [handle, host, latitude, longitude]);

  useEffect(() => {
    (dialog.current?.querySelector('a') ?? dialog.current)?.focus({preventScroll: true});
  }, [latitude, longitude, title]);

  return createPortal(
    <div className="map-popup__inner" role="dialog" aria-label={title} tabIndex={-1} ref={dialog}>
      <div className="map-popup__body">{children}</div>
      <button className="map-popup__close" type="button" aria-label={map.close} onClick={onClose}>
        <span aria-hidden="true">×</span>
      </button>
    </div>,
    host,
  );
}
