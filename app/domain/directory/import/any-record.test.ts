import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {mutatedRecord} from '../../../../test/fixtures/import/mutate.ts';
import {findRecords} from './find-records.ts';
import {isObject, type Loose} from './loose-values.ts';
import {indexAreas} from './match-area.ts';
import {PhraseIndex} from './match-words.ts';
import {identify, readRecord} from './read-record.ts';
import {isShallowEnough, storable} from './record-id.ts';
import {toRows} from './to-rows.ts';

const feed = {id: '5d1c1a52-8f0e-4f1b-9d53-6a0b1b2f7c11', key: 'any'};
const vocabulary = {
  types: new PhraseIndex<{id: string; key: string}>(),
  audiences: new PhraseIndex<{id: string; key: string}>(),
  access: new PhraseIndex<{id: string; key: string}>(),
  needs: new PhraseIndex<string>(),
  needsOfType: new Map<string, string[]>(),
  areas: indexAreas([]),
};

/** What a record becomes: its rows, or the reasons why not. */
function outcomeOf(raw: Loose, format: 'oruk-3.0' | 'oruk-1.0' | 'csv') {
  const kept = storable(raw) as Loose;
  const sourceId = identify(kept, format);
  const outcome = readRecord(kept, format, sourceId);
  return {
    sourceId,
    findings: outcome.findings,
    rows: outcome.ok ? toRows(outcome.service, feed, vocabulary) : null,
  };
}

const DANGER = /<script|javascript:|<img|<svg|\u0000|\p{Surrogate}/iu;

/** Everything in it that is text, wherever it stands. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function expectSound({rows, findings, sourceId}: ReturnType<typeof outcomeOf>) {
  if (rows) {
    const [service] = rows.rows.services!;
    expect(service).toMatchObject({id: rows.id});
    expect(String(service!.name).trim()).not.toBe('');
  } else expect(findings.some(({outcome}) => outcome === 'rejected')).toBe(true);
  const texts = textsIn([rows, findings, sourceId]);
  expect(texts.find((text) => DANGER.test(text) || text.length > 20_000)).toBeUndefined();
}

describe('whatever a record holds', {timeout: 60_000}, () => {
  it('it is stored clean or rejected with a reason', () => {
    fc.assert(
      fc.property(mutatedRecord, (raw) => {
        for (const record of findRecords(raw, () => 'item 1')) {
          if (record.problem || !isObject(record.raw)) continue;
          expectSound(outcomeOf(record.raw, record.format));
          expectSound(outcomeOf(record.raw, 'oruk-1.0'));
        }
      }),
      {numRuns: 500},
    );
  });

  it('it gives the same rows each time', () => {
    fc.assert(
      fc.property(mutatedRecord, (raw) => {
        if (!isObject(raw)) return;
        expect(outcomeOf(structuredClone(raw), 'oruk-3.0')).toEqual(outcomeOf(raw, 'oruk-3.0'));
      }),
      {numRuns: 60},
    );
  });

  it('JSON of any other shape does no harm', () => {
    fc.assert(
      fc.property(fc.jsonValue({maxDepth: 4}), (value) => {
        for (const record of findRecords(value, () => 'item 1')) {
          if (!record.problem && isObject(record.raw)) expectSound(outcomeOf(record.raw, record.format));
        }
      }),
      {numRuns: 300},
    );
  });

  it('rows of any words do no harm', () => {
    const cell = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.constantFrom('<script>x</script>', 'javascript:x', 'Mon-Fri 9-5', '£1', ''),
    );
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'id',
            'name',
            'website',
            'opening_times',
            'cost',
            'days',
            'types',
            'areas',
            'postcode',
            'phone',
          ),
          cell,
        ),
        (row) => expectSound(outcomeOf(row, 'csv')),
      ),
      {numRuns: 500},
    );
  });

  it('endless nesting is noticed before anything walks into it', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 5000; level++) deep = {service: deep};
    expect(isShallowEnough(deep)).toBe(false);
    expect(isShallowEnough({a: [{b: 1}]})).toBe(true);
  });
});
