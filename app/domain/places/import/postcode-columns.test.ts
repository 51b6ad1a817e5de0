import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {columnsOfHeader, columnsOfRows} from './postcode-columns.ts';
import {readFields} from './read-csv.ts';

const SAMPLE = new URL('../../../../../shared/data/onspd-sample.csv', import.meta.url);
const ONSPD =
  'pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind,oshlthau,nhser,ctry,rgn,lat,long,lep1';

describe('the columns of a postcode file', () => {
  it('are found by the names of the ONS Postcode Directory', () => {
    expect(columnsOfHeader(ONSPD.split(','))).toEqual({
      source: 'onspd',
      postcode: 2,
      position: {latitude: 18, longitude: 19},
      ended: 4,
      district: 7,
      ward: 8,
    });
  });

  it('are found by its newer names, whatever their year', () => {
    const header = 'PCD7,PCD8,PCDS,DOINTR,DOTERM,LAD26CD,WD26CD,EAST1M,NORTH1M,LAT,LONG'.split(',');
    expect(columnsOfHeader(header)).toMatchObject({postcode: 2, ended: 4, district: 5, ward: 6});
    expect(columnsOfHeader('pcd8,doterm,lat,long'.split(','))).toMatchObject({postcode: 0, district: null, ward: null});
  });

  it('are found by the names of Code-Point Open', () => {
    const header =
      'Postcode,Positional_quality_indicator,Eastings,Northings,Country_code,NHS_regional_HA_code,NHS_HA_code,Admin_county_code,Admin_district_code,Admin_ward_code';
    expect(columnsOfHeader(header.split(','))).toEqual({
      source: 'code-point-open',
      postcode: 0,
      position: {easting: 2, northing: 3},
      ended: null,
      district: 8,
      ward: 9,
    });
  });

  it('are not found in a row of data, nor in a file of something else', () => {
    expect(columnsOfHeader('RG12 1JX,10,487000,169200'.split(','))).toBeNull();
    expect(columnsOfHeader('LAD24CD,LAD24NM'.split(','))).toBeNull();
    expect(columnsOfRows([['E06000036', 'Bracknell Forest']])).toBeNull();
    expect(columnsOfRows([])).toBeNull();
  });

  it('are told from the rows of Code-Point Open, which has no header', () => {
    const rows = ['"RG12 1JX",10,487000,169200,"E92000001","E19000003","E18000009","","E06000036","E05015376"'];
    expect(columnsOfRows(rows.map((row) => readFields(row)))).toMatchObject({
      source: 'code-point-open',
      position: {easting: 2, northing: 3},
      district: 8,
    });
  });

  it.skipIf(!existsSync(SAMPLE))('are told from real rows without a header (skipped without the sample file)', () => {
    const rows = readFileSync(SAMPLE, 'latin1')
      .trim()
      .split('\n')
      .map((line) => readFields(line));
    expect(columnsOfRows(rows)).toEqual({
      source: 'onspd',
      postcode: 0,
      position: {latitude: 7, longitude: 8},
      ended: 4,
      district: 10,
      ward: 14,
    });
  });
});
