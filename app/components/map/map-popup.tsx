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
      maxWidth: 280,
      // Clear of the buttons on the map.
      autoPanPaddingTopLeft: [12, 64],
      autoPanPaddingBottomRight: [60, 12],
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
      {children}
      <button className="map-popup__close" type="button" aria-label={map.close} onClick={onClose}>
        <span aria-hidden="true">×</span>
      </button>
    </div>,
    host,
  );
}
