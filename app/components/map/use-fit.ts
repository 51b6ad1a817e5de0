import {useCallback, useEffect, useRef, useState} from 'react';
import {boundsOfCircle} from './ground.ts';
import type {MapHandle} from './make-map.ts';
import type {LatLng, MapBounds} from './map-data.ts';
import type {Area} from './use-search-here.ts';

interface FitProps {
  handle: MapHandle | null;
  query: string;
  place: LatLng | null;
  miles: number | null;
  /** Known where it was a piece of the map that was searched. */
  frame: MapBounds | null;
}

/**
 * Decides when the map moves by itself: to what was asked for, whenever that is about somewhere else, but not when it was
 * the map that asked. Without a circle to show it must first be known where the results lie: then `isWaiting`.
 */
export function useFit({handle, query, place, miles, frame}: FitProps) {
  const [isWaiting, setWaiting] = useState(frame === null && (place === null || miles === null));
  /** Where a search looks that the map itself asked for. */
  const askedHere = useRef<string | null>(null);
  const latitude = place?.latitude;
  const longitude = place?.longitude;
  const where = whereOf(new URLSearchParams(query));
  // Filters change what is found inside a circle, but not where to look.
  const subject = frame || (place && miles !== null) ? where : query;

  useEffect(() => {
    if (!handle) return;
    const isOurs = askedHere.current !== null && askedHere.current === where;
    askedHere.current = null;
    if (isOurs) return setWaiting(false);
    if (frame) {
      handle.show(frame);
      return setWaiting(false);
    }
    if (latitude === undefined || longitude === undefined || miles === null) return setWaiting(true);
    handle.show(boundsOfCircle({latitude, longitude}, miles));
    setWaiting(false);
    // A frame is told by its words, which are the same as long as it is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [handle, latitude, longitude, miles, where, subject]);

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
    stayFor: useCallback((area: Area) => {
      askedHere.current = whereOf(new URLSearchParams({...area}));
    }, []),
  };
}

/** A place and the distance or the frame round it: what a map is about, whatever is looked for. */
const whereOf = (params: URLSearchParams) => JSON.stringify([params.get('near'), params.get('within')]);
