import {useEffect, useState} from 'react';
import {drawNames, layTiles, type AskedPlace, type Tiles} from './ground.ts';
import type {MapHandle, MapView} from './make-map.ts';
import type {MapPlace} from './map-data.ts';
import type {PinView} from './pin-views.ts';

export type Ground = 'tiles' | 'plain' | 'failed';

/** What lies under the pins: pictures when they are set up and come, else the names of places on a plain ground. */
export function useGround(
  handle: MapHandle | null,
  view: MapView | null,
  tiles: Tiles | null,
  asked: AskedPlace | null,
  places: MapPlace[],
  pins: PinView[],
): Ground {
  const [ground, setGround] = useState<Ground>(tiles ? 'tiles' : 'plain');
  const url = tiles?.url;
  const attribution = tiles?.attribution ?? '';
  useEffect(() => {
    if (!handle || !url) return;
    return layTiles(handle.leaflet, {url, attribution}, (areWell) => setGround(areWell ? 'tiles' : 'failed'));
  }, [handle, url, attribution]);

  // Which names have room depends on the view.
  useEffect(() => {
    if (handle && view) return drawNames(handle.leaflet, asked, ground === 'tiles' ? [] : places, pins);
  }, [handle, view, ground, asked, places, pins]);
  return ground;
}
