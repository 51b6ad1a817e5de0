import {describe, expect, it} from 'vitest';
import type {ListingCard} from '../../../search/document-schema.ts';
import {enServer} from '../../i18n/en-server.ts';
import {cardView} from './card-view.ts';

const place = {
  label: 'RG12 1JX, Bracknell',
  latitude: 51.416,
  longitude: -0.752,
  precision: 'postcode',
  outcode: 'RG12',
  areas: [],
} as const;

function aCard(changes: Partial<ListingCard> = {}): ListingCard {
  return {
    id: 'a',
    number: 7,
    slug: 'lily-hill-walkers',
    name: 'Lily Hill Walkers',
    organisation: 'Striders',
    kind: 'group',
    summary: 'A walk.',
    types: ['walking-group'],
    needs: ['getting-active'],
    points: [{latitude: 51.42, longitude: -0.73, venue: 'Lily Hill Park', town: 'Bracknell', postcode: 'RG12 2RX'}],
    covers: [],
    coversNames: [],
    how: ['in-person'],
    times: [{days: ['WE'], from: '10:30', to: '12:00'}],
    cost: [{amount: 0, per: null, for: null}],
    isFree: true,
    minimumAge: null,
    maximumAge: null,
    audiences: [],
    access: [],
    languages: ['en'],
    selfReferral: true,
    professionalReferral: true,
    personalBudget: false,
    directPayment: false,
    space: 'open',
    spaceHeardOn: null,
    phone: null,
    checkedOn: '2026-03-01',
    distanceMiles: 0.93,
    coversHere: false,
    ...changes,
  };
}

const view = (changes: Partial<ListingCard> = {}) =>
  cardView(aCard(changes), {place: {...place, areas: []}, searchId: 's1', today: '2026-03-22', text: enServer});

describe('a listing as a card', () => {
  it('says when, where, how far, what it costs and when it was checked', () => {
    expect(view()).toMatchObject({
      href: '/services/lily-hill-walkers?from=s1',
      when: 'Every Wednesday, 10:30am to 12 noon',
      where: 'Lily Hill Park, Bracknell',
      distance: '0.9 miles away',
      cost: 'Free',
      space: {words: 'Has space', isFull: false},
      checked: {words: 'Checked 3 weeks ago', isStale: false},
    });
  });

  it('says since when it is full, where they said so to somebody who asked', () => {
    expect(view({space: 'full', spaceHeardOn: '2026-03-03'}).space).toEqual({
      words: 'Full just now: they said so on 3 March 2026',
      isFull: true,
    });
  });

  it('names the nearest of several places', () => {
    const points = [
      {latitude: 51.5, longitude: -0.9, venue: 'Far Hall', town: 'Wokingham', postcode: null},
      {latitude: 51.416, longitude: -0.75, venue: 'Near Hall', town: 'Bracknell', postcode: null},
    ];
    expect(view({points, distanceMiles: 0.05})).toMatchObject({
      where: 'Near Hall, Bracknell and 1 other place',
      distance: 'Very near',
      point: {latitude: 51.416, longitude: -0.75},
    });
  });

  it('says that it comes to you and what it covers when there is no address', () => {
    const changes: Partial<ListingCard> = {
      points: [],
      how: ['at-home', 'phone'],
      coversNames: ['Bracknell Forest'],
      distanceMiles: null,
    };
    expect(view(changes)).toMatchObject({where: 'Comes to you · By phone · Covers Bracknell Forest', distance: null});
  });

  it('gives the lowest price, and says when there are others', () => {
    const cost = (...cost: ListingCard['cost']) => view({cost, isFree: cost.some(({amount}) => amount === 0)}).cost;
    expect(cost({amount: 3.5, per: 'session', for: null})).toBe('£3.50 per session');
    expect(cost({amount: 19, per: 'per hour', for: null})).toBe('£19 per hour');
    expect(cost({amount: 4, per: null, for: null}, {amount: 2, per: null, for: 'under 16s'})).toBe('From £2');
    expect(cost({amount: 0, per: null, for: 'carers'}, {amount: 5, per: null, for: null})).toBe('Free for carers');
    expect(cost({amount: null, per: null, for: null})).toBe('Ask what it costs');
  });

  it('warns when nobody has checked it for over a year', () => {
    expect(view({checkedOn: '2025-03-21'}).checked.isStale).toBe(true);
    expect(view({checkedOn: '2025-03-22'}).checked).toEqual({words: 'Checked 12 months ago', isStale: false});
    expect(view({checkedOn: null}).checked.isStale).toBe(true);
  });
});
