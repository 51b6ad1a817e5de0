import {useEffect, useRef, useState} from 'react';
import type {LatLng} from './map-data.ts';
import type {MapHandle} from './make-map.ts';
import {PinLayer, type PinEvents} from './pin-layer.ts';
import type {PinView} from './pin-views.ts';

/** The listing that is pointed at, wherever that is done: its letter, and where it is if that is known. */
interface PointedAt {
  number: number;
  face: string;
  point: LatLng | null;
}

/** Keeps the pins on the map in step with what is found and what is pointed at. */
export function usePins(
  handle: MapHandle | null,
  pins: PinView[],
  pointedAt: PointedAt | null,
  events: Pick<PinEvents, 'onOpen' | 'onPoint'>,
): PinLayer | null {
  const [layer, setLayer] = useState<PinLayer | null>(null);
  const newest = useRef(events);
  useEffect(() => {
    newest.current = events;
  });
  useEffect(() => {
    if (!handle) return;
    const made = new PinLayer(handle.leaflet, {
      onOpen: (pin) => newest.current.onOpen(pin),
      onFocus: (pin) => handle.showWhole(pin),
      onPoint: (pin) => newest.current.onPoint(pin),
    });
    setLayer(made);
    return () => setLayer(null);
  }, [handle]);

  useEffect(() => {
    layer?.show(pins);
  }, [layer, pins]);
  useEffect(() => {
    layer?.pointAt(pointedAt);
  }, [layer, pins, pointedAt]);
  return layer;
}
