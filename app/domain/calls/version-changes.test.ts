import {expect, it} from 'vitest';
import {changesOf} from './version-changes.ts';

it('says of each field that was corrected how it read before, in the words of the page', () => {
  const was = {
    danger: 'no',
    story: 'Lonly',
    needs: 'loneliness,debt',
    endings: 'self_care',
    services: '',
    callerName: 'Nell',
  };
  const next = {...was, danger: 'yes', needs: 'debt', endings: 'signposted', services: 'a,b', callerName: ''};
  expect(changesOf(was, next, new Map([['loneliness', 'Loneliness']]))).toEqual([
    {label: 'Danger', value: 'No'},
    {label: 'Caller’s name', value: 'Nell'},
    {label: 'Needs', value: 'Loneliness, debt'},
    {label: 'Services given', value: 'Nothing'},
    {label: 'How it ended', value: 'Self-care'},
  ]);
  expect(changesOf(was, was, new Map())).toEqual([]);
});
