import {describe, expect, it} from 'vitest';
import {ALL_OF_THEM, gapView} from './gap-table.ts';
import type {PlacedGaps} from './read-figures.server.ts';
import {NOTHING_HIDDEN, SMALL_NUMBERS} from './suppress.ts';

const gap = (
  need: string,
  place: string | null,
  gaps: number,
  ward: string | null = null,
  district = 'Bracknell Forest',
) => ({needKey: need, need, place, ward, district: ward && district, gaps}) satisfies PlacedGaps;

describe('gaps by ward and need', () => {
  it('have a line for each ward, the most first, those without one by their outcode, and what is not known last', () => {
    const {table, byNeed, byPlace} = gapView(
      [
        gap('Feet', 'E05999006', 3, 'Great Hollands'),
        gap('Debt', 'E05999006', 2, 'Great Hollands'),
        gap('Feet', 'E05999003', 9, 'Bullbrook'),
        gap('Feet', 'SL5', 6),
        gap('Debt', null, 20),
      ],
      NOTHING_HIDDEN,
    );
    expect(table).toEqual({
      columns: ['Ward', 'In all', 'Debt', 'Feet'],
      rows: [
        ['Bullbrook', '9', '0', '9'],
        ['SL5', '6', '0', '6'],
        ['Great Hollands', '5', '2', '3'],
        ['Not known', '20', '20', '0'],
        ['Everywhere', '40', '22', '18'],
      ],
    });
    expect(byNeed).toEqual([
      {name: 'Debt', count: 22},
      {name: 'Feet', count: 18},
    ]);
    expect(byPlace[0]).toEqual({name: 'Bullbrook', count: 9});
  });

  it('tell apart two wards of one name by their councils', () => {
    const gaps = [
      gap('Feet', 'E05000001', 2, 'St Mary’s', 'Bracknell Forest'),
      gap('Feet', 'E05000002', 1, 'St Mary’s', 'Wokingham'),
    ];
    expect(gapView(gaps, NOTHING_HIDDEN).table.rows.map(([name]) => name)).toEqual([
      'St Mary’s, Bracknell Forest',
      'St Mary’s, Wokingham',
      'Everywhere',
    ]);
  });

  it('put the rare together on the page, added up before anything is hidden; a file has them all', () => {
    const gaps = [
      gap('Feet', 'A', 50),
      gap('Debt', 'A', 4),
      gap('Food', 'A', 5),
      gap('Feet', 'B', 20),
      gap('Feet', 'C', 4),
      gap('Debt', 'C', 6),
    ];
    expect(gapView(gaps, SMALL_NUMBERS, {needs: 1, places: 2}).table).toEqual({
      columns: ['Ward', 'In all', 'Feet', 'Other needs'],
      rows: [
        ['A', '60', 'hidden', 'hidden'],
        ['B', '15', 'hidden', 'hidden'],
        ['Other places', '15', 'hidden', 'hidden'],
        ['Everywhere', '90', '75', '15'],
      ],
    });
    expect(gapView(gaps, NOTHING_HIDDEN, ALL_OF_THEM).table.columns).toHaveLength(5);
  });

  it('are an empty table where nothing was missing', () => {
    expect(gapView([], SMALL_NUMBERS).table.rows).toEqual([]);
  });
});
