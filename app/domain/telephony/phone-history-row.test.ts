import {describe, expect, it} from 'vitest';
import {readPhoneHistoryRow} from './phone-history-row.ts';

const LINE = {call: 'q-1', offered: '2026-03-03 09:15:00', outcome: 'answered', waited: '12'};
const offered = (text: string) => {
  const row = readPhoneHistoryRow({...LINE, offered: text});
  return Array.isArray(row) ? null : row.offered;
};
const waited = (text: string) => {
  const row = readPhoneHistoryRow({...LINE, waited: text});
  return Array.isArray(row) ? null : row.waitedSeconds;
};

describe('a line of a telephone system’s file', () => {
  it('is a call, when it was offered, how it ended and how long it waited', () => {
    expect(readPhoneHistoryRow(LINE)).toEqual({
      call: 'q-1',
      offered: '2026-03-03T09:15:00',
      waitedSeconds: 12,
      isAnswered: true,
    });
    expect(readPhoneHistoryRow({...LINE, outcome: ' Abandoned '})).toMatchObject({isAnswered: false});
  });

  it('tells the time in the ways that telephone systems write it', () => {
    expect(offered('2026-03-03T09:15:00Z')).toBe('2026-03-03T09:15:00Z');
    expect(offered('2026-03-03T09:15:00.123+01:00')).toBe('2026-03-03T09:15:00+01:00');
    expect(offered('3/3/2026 9:15')).toBe('2026-03-03T09:15:00');
    for (const text of ['', '2026-02-30 09:15', '31/04/2026 09:15', '2026-03-03 25:00', '03-03-26', 'yesterday']) {
      expect(offered(text), text).toBeNull();
    }
  });

  it('tells the wait in seconds, or with colons', () => {
    expect(waited('0')).toBe(0);
    expect(waited('12.7')).toBe(12);
    expect(waited('1:05')).toBe(65);
    expect(waited('01:00:05')).toBe(3605);
    for (const text of ['', '-1', '1:75', '25:00:00', 'long', '99999']) expect(waited(text), text).toBeNull();
  });

  it('that cannot be read names every such column and repeats nothing of it', () => {
    const refused = readPhoneHistoryRow({call: '', offered: '07700 900123', outcome: '07700 900123', waited: 'x'});
    expect(Array.isArray(refused) && refused.map(({column}) => column)).toEqual([
      'call',
      'offered',
      'outcome',
      'waited',
    ]);
    expect(JSON.stringify(refused)).not.toContain('900123');
  });
});
