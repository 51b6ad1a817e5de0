import {describe, expect, it} from 'vitest';
import {reasonWords, shareOut, type Candidate, type ToGive} from './fair-share.ts';
import {roomOf} from './room.ts';

const DAY = '2026-11-30';
const NETWORKS = {'Forest PCN': ['Larch Lane Surgery', 'The Elms']};

const worker = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  name: id,
  open: 10,
  hours: 37.5,
  ceiling: 40,
  takesNew: true,
  leaves: [],
  outcodes: [],
  practices: [],
  networks: [],
  languages: [],
  needs: [],
  ...more,
});
const toGive = (id: string, more: Partial<ToGive> = {}): ToGive => ({
  id,
  outcode: 'RG12',
  practice: 'Larch Lane Surgery',
  language: null,
  needs: ['loneliness'],
  isUrgent: false,
  waitingSince: new Date('2026-11-01'),
  ...more,
});
const given = (cases: ToGive[], workers: Candidate[]) =>
  shareOut(cases, workers, NETWORKS, DAY).map(({workerId}) => workerId);

describe('who is suggested', () => {
  it('is whoever fits best: practice before network before area before need', () => {
    const [need, area, network, practice] = [
      worker('need', {needs: ['loneliness']}),
      worker('area', {outcodes: ['RG12']}),
      worker('network', {networks: ['forest pcn']}),
      worker('practice', {practices: ['larch lane surgery ']}),
    ];
    expect(given([toGive('one')], [need, area, network, practice])).toEqual(['practice']);
    expect(given([toGive('one')], [need, area, network])).toEqual(['network']);
    expect(given([toGive('one')], [need, area])).toEqual(['area']);
    expect(given([toGive('one')], [worker('any', {open: 0, ceiling: 400}), need])).toEqual(['need']);
  });

  it('is nobody who is away that day, takes nobody, or has no room', () => {
    const away = worker('away', {leaves: [{from: '2026-11-30', until: '2026-12-04'}]});
    const back = worker('back', {leaves: [{from: '2026-11-20', until: '2026-11-29'}]});
    expect(given([toGive('one')], [away, back])).toEqual(['back']);
    expect(given([toGive('one')], [worker('no', {takesNew: false}), worker('full', {open: 40})])).toEqual([null]);
    expect(given([toGive('one')], [])).toEqual([null]);
  });

  it('speaks the language, where somebody with room does', () => {
    const speaks = worker('speaks', {languages: ['Nepali'], open: 39});
    const near = worker('near', {practices: ['Larch Lane Surgery']});
    expect(given([toGive('one', {language: 'nepali'})], [near, speaks])).toEqual(['speaks']);
    expect(given([toGive('one', {language: 'English'})], [near, speaks])).toEqual(['near']);
    const [none] = shareOut([toGive('one', {language: 'Polish'})], [near, speaks], NETWORKS, DAY);
    expect(none).toMatchObject({workerId: 'near', language: {name: 'Polish', isSpoken: false}});
  });

  it('gives up a fit where that one is fuller by more than a quarter than the emptiest', () => {
    const fits = worker('fits', {practices: ['Larch Lane Surgery'], open: 20});
    expect(given([toGive('one')], [fits, worker('empty', {open: 10})])).toEqual(['fits']);
    expect(given([toGive('one')], [fits, worker('empty', {open: 9})])).toEqual(['empty']);
  });

  it('counts what was suggested before, and hours: half the week, half the share', () => {
    const cases = Array.from({length: 30}, (_, place) => toGive(`case ${String(place).padStart(2, '0')}`));
    const full = worker('full', {open: 0, ceiling: null});
    const half = worker('half', {open: 0, ceiling: null, hours: 18.75});
    const shared = given(cases, [half, full]);
    expect(shared.filter((one) => one === 'full')).toHaveLength(20);
    expect(shared.filter((one) => one === 'half')).toHaveLength(10);
  });

  it('takes the urgent first, then who waited longest, and answers in the order asked', () => {
    const last = worker('last', {open: 39});
    const late = toGive('late', {waitingSince: new Date('2026-11-20')});
    const early = toGive('early', {waitingSince: new Date('2026-11-02')});
    expect(given([late, early], [last])).toEqual([null, 'last']);
    expect(given([{...late, isUrgent: true}, early], [last])).toEqual(['last', null]);
  });

  it('is the same however the lists are ordered', () => {
    const workers = [worker('b'), worker('a'), worker('c', {outcodes: ['RG12']})];
    const cases = Array.from({length: 12}, (_, place) => toGive(`case ${place}`));
    const forward = shareOut(cases, workers, NETWORKS, DAY);
    const backward = shareOut(cases.toReversed(), workers.toReversed(), NETWORKS, DAY).toReversed();
    expect(backward).toEqual(forward);
  });
});

describe('the reason', () => {
  it('says what fits and how full they are', () => {
    const [fits] = shareOut([toGive('one')], [worker('w', {outcodes: ['RG12'], needs: ['loneliness']})], {}, DAY);
    expect(reasonWords(fits!)).toBe('Fits where they live, what they need. Walks with 10, room for 40.');
    const [room] = shareOut([toGive('one', {language: 'Polish'})], [worker('w')], {}, DAY);
    expect(reasonWords(room!)).toBe(
      'Nobody with room speaks Polish. Has the most room of those who are there. Walks with 10, room for 40.',
    );
    const [nobody] = shareOut([toGive('one')], [], {}, DAY);
    expect(reasonWords(nobody!)).toBe('Nobody has room today.');
  });
});

describe('room', () => {
  it('is the ceiling, or else what the hours come to', () => {
    expect(roomOf({hours: null, ceiling: null})).toBe(56);
    expect(roomOf({hours: 15, ceiling: null})).toBe(22);
    expect(roomOf({hours: 15, ceiling: 30})).toBe(30);
    expect(roomOf({hours: 0.5, ceiling: null})).toBe(1);
  });
});
