import {expect, it} from 'vitest';
import {leftBehind} from './left-behind.ts';

const nell = {
  contacts: [{kind: 'mobile' as const, label: 'Mobile', value: '07700 900441', flags: [], isUnsafeToText: false}],
  postcode: 'RG12 1JX',
};

it('names the fields that came from the record of whom the call is not about', () =>
  expect(leftBehind(nell, {sendTo: '07700900441', callBackPhone: '07700 900441', near: 'rg12 1jx'})).toEqual([
    'sendTo',
    'callBackPhone',
    'near',
  ]));

it('leaves what was typed of somebody else, and what is empty', () => {
  expect(leftBehind(nell, {sendTo: '07700 900442', near: 'RG42 2AA'})).toEqual([]);
  expect(leftBehind({contacts: [], postcode: null}, {sendTo: '', near: ''})).toEqual([]);
});
