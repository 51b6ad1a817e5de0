import {describe, expect, it} from 'vitest';
import {payOf, readTariffs, tariffSpans} from './contract-tariff.ts';

const first = {version: '2025', from: '2025-04-01', source: 'Schedule 3', pays: [{months: 6, amount: 250.1}]};
const second = {
  ...{version: '2026', from: '2026-04-01', source: 'Schedule 3, changed'},
  pays: [
    {months: 6, amount: 260},
    {months: 18, amount: 400},
  ],
};
const told = (data: unknown) => {
  try {
    readTariffs(data);
    return null;
  } catch (error) {
    const [issue] = (error as {issues: {path: unknown[]; message: string}[]}).issues;
    return `${issue!.path.join('.')}: ${issue!.message}`;
  }
};

describe('what the loneliness contract pays', () => {
  it('is refused where it could be read in two ways', () => {
    expect(told([first, second])).toBeNull();
    expect(told([])).toMatch(/^: /);
    expect(told([second, first])).toBe('1.from: each begins after the one before');
    expect(told([first, {...second, version: '2025'}])).toBe('1.version: there are two of this name');
    expect(told([{...first, pays: [...first.pays, ...first.pays]}])).toBe('0.pays: the same months stand there twice');
    expect(told([{...first, pays: [{months: 12, amount: 1}]}])).toBe('0.pays.0.months: expected 6 or 18');
    expect(told([{...first, pays: [{months: 6, amount: 0.005}]}])).toMatch(/^0\.pays\.0\.amount: /);
    expect(told([{...first, from: '2026-02-31'}])).toMatch(/^0\.from: /);
    expect(told([{...first, extra: true}])).not.toBeNull();
  });

  it('goes by the version that held when a case was opened, and before the first by none', () => {
    const tariffs = readTariffs([first, second]);
    const spans = (from: string, to: string) =>
      tariffSpans(tariffs, from, to).map((one) => [one.tariff?.version ?? null, one.from, one.to]);
    expect(spans('2025-01-01', '2026-12-31')).toEqual([
      [null, '2025-01-01', '2025-03-31'],
      ['2025', '2025-04-01', '2026-03-31'],
      ['2026', '2026-04-01', '2026-12-31'],
    ]);
    expect(spans('2026-03-31', '2026-04-01')).toEqual([
      ['2025', '2026-03-31', '2026-03-31'],
      ['2026', '2026-04-01', '2026-04-01'],
    ]);
    expect(spans('2024-01-01', '2024-12-31')).toEqual([[null, '2024-01-01', '2024-12-31']]);
    expect(spans('2025-05-01', '2025-06-01')).toEqual([['2025', '2025-05-01', '2025-06-01']]);
  });

  it('is so much for each who is less lonely, to the penny, and nothing where nothing is agreed', () => {
    const [tariff] = readTariffs([first]);
    const improved = [
      {months: 6, improved: 3},
      {months: 18, improved: 2},
    ];
    expect(payOf({tariff: tariff!}, improved)).toEqual([
      {version: '2025', months: 6, improved: 3, each: 250.1, amount: 750.3},
      {version: '2025', months: 18, improved: 2, each: null, amount: null},
    ]);
    expect(payOf({tariff: null}, improved)[0]).toMatchObject({version: null, each: null, amount: null});
  });
});
