import type {ServerText} from '../en-server.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

/** The filters beside the results, in Welsh. */
export const filters: PartialText<ServerText['filters']> = {
  facets: {
    need: 'Beth mae’n helpu gydag ef',
    kind: 'Math',
    how: 'Sut mae’n digwydd',
    day: 'Diwrnod',
    part: 'Amser o’r dydd',
    cost: 'Cost',
    age: 'Oedran',
    audience: 'Ar gyfer pwy',
    access: 'Hygyrchedd',
    language: 'Iaith',
    joining: 'Ymuno a thalu',
    space: 'Lle',
  },
  kind: {
    group: 'Grwpiau',
    service: 'Gwasanaethau',
    activity: 'Gweithgareddau a dosbarthiadau',
    place: 'Lleoedd i fynd iddyn nhw',
    helpline: 'Llinellau cymorth',
    'personal-assistant': 'Cynorthwywyr personol',
    online: 'Cymorth ar-lein',
  },
  how: {
    'in-person': 'Rydych yn mynd yno',
    'at-home': 'Mae’n dod atoch chi',
    online: 'Ar-lein',
    phone: 'Dros y ffôn',
  },
  day: {
    MO: 'Dydd Llun',
    TU: 'Dydd Mawrth',
    WE: 'Dydd Mercher',
    TH: 'Dydd Iau',
    FR: 'Dydd Gwener',
    SA: 'Dydd Sadwrn',
    SU: 'Dydd Sul',
  },
  part: {morning: 'Bore', afternoon: 'Prynhawn', evening: 'Gyda’r nos'},
  cost: {free: 'Am ddim'},
  age: {
    'under-5': 'O dan 5',
    '5-to-11': '5 i 11',
    '12-to-17': '12 i 17',
    '18-to-25': '18 i 25',
    '26-to-64': '26 i 64',
    '65-plus': '65 a throsodd',
  },
  joining: {
    self: 'Gallwch ofyn amdano eich hun',
    'personal-budget': 'Yn derbyn cyllidebau personol',
    'direct-payment': 'Yn derbyn taliadau uniongyrchol',
  },
  space: {now: 'Mae lle nawr'},
  within: (miles) => plural('cy', miles, {two: 'O fewn # filltir', other: 'O fewn # milltir'}),
  anyDistance: 'Unrhyw bellter',
  onMap: 'Yr ardal ar y map',
  sorts: {best: 'Cyfateb orau', nearest: 'Agosaf', checked: 'Gwiriwyd yn fwyaf diweddar'},
};
