import {describe, expect, it} from 'vitest';
import {decodeLines} from './decode-lines.ts';
import {findRecords, type SourceRecord} from './find-records.ts';
import type {Loose} from './loose-values.ts';
import {readStream, type SourceState} from './read-stream.server.ts';

async function* chunked(bytes: Buffer, size = 37) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function recordsIn(text: string): Promise<{records: SourceRecord[]; state: SourceState}> {
  const state: SourceState = {notices: [], incomplete: null};
  const records: SourceRecord[] = [];
  for await (const record of readStream(chunked(Buffer.from(text)), state)) records.push(record);
  return {records, state};
}

describe('a JSON document', () => {
  const where = (index: number) => `item ${index + 1}`;

  it('may be a service, a list, an organisation with its services, or services at locations', () => {
    expect(findRecords({id: 1, name: 'A'}, where)).toHaveLength(1);
    expect(
      findRecords(
        [
          {id: 1, name: 'A'},
          {id: 2, name: 'B'},
        ],
        where,
      ),
    ).toHaveLength(2);
    const inOrganisation = findRecords({id: 9, name: 'Org', website: 'x', services: [{id: 1, name: 'A'}]}, where);
    expect(inOrganisation[0]!.raw).toMatchObject({id: 1, organization: {id: 9, name: 'Org'}});
    const atLocations = findRecords(
      {contents: [1, 2].map((id) => ({id, service: {id: 5, name: 'A'}, location: {id}}))},
      where,
    );
    expect(atLocations).toHaveLength(1);
    expect((atLocations[0]!.raw as Loose).service_at_locations).toHaveLength(2);
  });

  it('that holds something else says what', () => {
    const problems = [
      {id: 1, name: 'Term', taxonomy: 'x', term_uri: 'y'},
      {id: 1, name: 'Org', website: 'https://a.example'},
      {version: 'HSDS-UK-3.0', openapi_url: 'x'},
      {isUp: true},
      null,
    ].flatMap((document) => findRecords([document], where).map(({problem}) => problem));
    expect(problems).toEqual([
      'This is a taxonomy or one of its terms, not a service',
      'This is an organisation, not a service',
      'This describes a feed and is no service',
      'This does not look like a service',
      'A record is an object, and this is something else',
    ]);
  });

  it('that is one page of many is not a complete feed', async () => {
    const {state} = await recordsIn(JSON.stringify({total_pages: 3, contents: [{id: 1, name: 'A'}]}, null, 1));
    expect(state.incomplete).toBe('This is one page of 3.');
  });

  it('that is broken says so', async () => {
    const {records, state} = await recordsIn('{\n"id": 1,\n"name": ');
    expect(records).toEqual([]);
    expect(state.incomplete).toMatch(/^The JSON is broken or cut off/);
  });
});

describe('lines', () => {
  it('are put together from pieces, whatever their end and their encoding', async () => {
    const bytes = Buffer.concat([Buffer.from('\ufeffé\r\n'), Buffer.from('\xe9\n', 'latin1'), Buffer.from('\nlast')]);
    const lines: (string | null)[] = [];
    for await (const line of decodeLines(chunked(bytes, 1))) lines.push(line);
    expect(lines).toEqual(['é', 'é', '', 'last']);
  });

  it('that are too long are given up, and the next ones read', async () => {
    const bytes = Buffer.concat([Buffer.alloc(6_000_000, 'x'), Buffer.from('\nnext\n')]);
    const lines: (string | null)[] = [];
    for await (const line of decodeLines(chunked(bytes, 65_536))) lines.push(line);
    expect(lines).toEqual([null, 'next']);
  });
});
