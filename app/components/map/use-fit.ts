import {useCallback, useEffect, useRef, useState} from 'react';
import {boundsOfCircle} from './ground.ts';
import type {MapHandle} from './make-map.ts';
import type {LatLng, MapBounds} from './map-data.ts';

interface FitProps {
  handle: MapHandle | null;
  query: string;
  place: LatLng | null;
  miles: number | null;
}

/**
 * Decides when the map moves by itself: to what was asked for, whenever that is about somewhere else, but not when it was
 * the map that asked. Without a circle to show it must first be known where the results lie: then `isWaiting`.
 */
export function useFit({handle, query, place, miles}: FitProps) {
  const [isWaiting, setWaiting] = useState(place === null || miles === null);
  /** The `near` of a search that the map itself asked for. */
  const askedHere = useRef<string | null>(null);
  const latitude = place?.latitude;
  const longitude = place?.longitude;
  const near = new URLSearchParams(query).get('near') ?? '';
  // Filters change what is found inside a circle, but not where to look.
  const subject = place && miles !== null ? near : query;

  useEffect(() => {
    if (!handle) return;
    const isOurs = askedHere.current !== null && askedHere.current === near;
    askedHere.current = null;
    if (isOurs) return setWaiting(false);
    if (latitude === undefined || longitude === undefined || miles === null) return setWaiting(true);
    handle.show(boundsOfCircle({latitude, longitude}, miles));
    setWaiting(false);
  }, [handle, latitude, longitude, miles, near, subject]);

  return {
    isWaiting,
    /** The results are in: shows them, if that is what was waited for. */
    settle: useCallback(
      (bounds: MapBounds | null) => {
        if (!handle || !bounds) return;
        handle.show(bounds);
        setWaiting(false);
      },
      [handle],
    ),
    /** The next search is the map's own: stay. */
    stayFor: useCallback((area: {near: string}) => {
      askedHere.current = area.near;
    }, []),
  };
}
