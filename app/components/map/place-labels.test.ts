import {expect, test} from 'vitest';
import {placeLabels, type PlaceSpot} from './place-labels.ts';

const screen = {width: 400, height: 300};
const town = (name: string, x: number, y: number): PlaceSpot => ({name, kind: 'town', x, y});

test('a name stands to the right of its dot where there is room', () => {
  expect(placeLabels([town('Ascot', 100, 100)], screen)).toMatchObject([{side: 'right'}]);
});

test('a name at the edge stands on the other side, so that it is not cut off', () => {
  expect(placeLabels([town('Wokingham', 390, 100)], screen)).toMatchObject([{side: 'left'}]);
});

test('of two places on one spot the first is named', () => {
  const labels = placeLabels([town('Bracknell', 200, 150), town('Easthampstead', 201, 150)], screen);
  expect(labels.map(({spot}) => spot.name)).toEqual(['Bracknell']);
});

test('a town under a pin is named beside the pin; a hamlet there is left out', () => {
  const pin = {left: 180, right: 220, top: 130, bottom: 170};
  const [label] = placeLabels([town('Bracknell', 200, 150)], screen, [pin]);
  expect(label?.gap).toBeGreaterThanOrEqual(20);
  expect(placeLabels([{name: 'Popeswood', kind: 'hamlet', x: 200, y: 150}], screen, [pin])).toEqual([]);
});

test('the place that was asked about is always named', () => {
  const everywhere = {left: 0, right: 400, top: 0, bottom: 300};
  const asked = {...town('RG12 1JX, Bracknell', 200, 150), mustShow: true};
  expect(placeLabels([asked], screen, [everywhere])).toHaveLength(1);
});

test('it is rather covered by pins than cut off by the edge', () => {
  const pin = (left: number, top: number) => ({left, right: left + 38, top, bottom: top + 44});
  const pins = [
    pin(70, 130),
    pin(90, 132),
    pin(110, 134),
    pin(40, 180),
    pin(60, 185),
    pin(80, 190),
    pin(40, 80),
    pin(60, 85),
    pin(80, 90),
  ];
  const asked = {...town('Newtown, Reading', 60, 150), mustShow: true};
  expect(placeLabels([asked], screen, pins)).toMatchObject([{side: 'right'}]);
});

test('where every side is covered it stands where least of it is, however many pins that are', () => {
  const across = {left: 270, right: 310, top: 130, bottom: 170};
  const above = {left: 180, right: 280, top: 100, bottom: 140};
  const below = {left: 180, right: 280, top: 160, bottom: 200};
  const grazing = [
    {left: 60, right: 80, top: 100, bottom: 142},
    {left: 120, right: 140, top: 158, bottom: 200},
  ];
  const asked = {...town('RG12, Bracknell', 230, 150), mustShow: true};
  expect(placeLabels([asked], screen, [across, above, below, ...grazing])).toMatchObject([{side: 'left'}]);
});
