import {expect, test} from 'vitest';
import {enServer} from '../../i18n/en-server.ts';
import type {MapPlace} from './map-data.ts';
import {placeMapView} from './place-map-view.ts';

const place = (name: string, kind: MapPlace['kind'], latitude: number, longitude: number): MapPlace => ({
  name,
  kind,
  latitude,
  longitude,
});
const places = [
  place('Bracknell', 'town', 51.4158, -0.75),
  place('Wokingham', 'town', 51.4112, -0.8339),
  place('Great Hollands', 'suburb', 51.398, -0.7735),
  place('Crowthorne', 'village', 51.3703, -0.7923),
];

test('it says how far and which way from the nearest place', () => {
  const view = placeMapView([{latitude: 51.408, longitude: -0.7735}], places, enServer);
  expect(view?.whereabouts).toBe('It is about 0.7 miles north of Great Hollands.');
});

test('in the middle of a place it says so', () => {
  const view = placeMapView([{latitude: 51.4159, longitude: -0.7502}], places, enServer);
  expect(view?.whereabouts).toBe('It is in Bracknell.');
});

test('it is wide enough for three names and has its scale', () => {
  const view = placeMapView([{latitude: 51.3982, longitude: -0.774}], places, enServer);
  expect(view?.names.length).toBeGreaterThanOrEqual(3);
  expect(view?.scale.words).toMatch(/mile/);
});

test('several places all have their pin inside the drawing', () => {
  const view = placeMapView(
    [
      {latitude: 51.4158, longitude: -0.75},
      {latitude: 51.4543, longitude: -0.9781},
    ],
    places,
    enServer,
  );
  expect(view?.pins).toHaveLength(2);
  for (const {x, y} of view?.pins ?? []) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(view?.width ?? 0);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(view?.height ?? 0);
  }
});
