import type {AgeBand, Day, DayPart, Delivery, Kind} from '../../../search/document-schema.ts';
import type {Facet} from '../../../search/search-schema.ts';

/** The filters beside the results, and the names of what they offer. Needs, audiences and the like have theirs in the vocabulary. */
export const filters = {
  facets: {
    need: 'What it helps with',
    kind: 'Kind',
    how: 'How it happens',
    day: 'Day',
    part: 'Time of day',
    cost: 'Cost',
    age: 'Age',
    audience: 'Who it is for',
    access: 'Access',
    language: 'Language',
    joining: 'Joining and paying',
    space: 'Space',
  } satisfies Record<Facet, string>,
  kind: {
    group: 'Groups',
    service: 'Services',
    activity: 'Activities and classes',
    place: 'Places to go',
    helpline: 'Helplines',
    'personal-assistant': 'Personal assistants',
    online: 'Online help',
  } satisfies Record<Kind, string>,
  how: {
    'in-person': 'You go there',
    'at-home': 'It comes to you',
    online: 'Online',
    phone: 'By phone',
  } satisfies Record<Delivery, string>,
  day: {
    MO: 'Monday',
    TU: 'Tuesday',
    WE: 'Wednesday',
    TH: 'Thursday',
    FR: 'Friday',
    SA: 'Saturday',
    SU: 'Sunday',
  } satisfies Record<Day, string>,
  part: {
    morning: 'Morning',
    afternoon: 'Afternoon',
    evening: 'Evening',
  } satisfies Record<DayPart, string>,
  cost: {free: 'Free'},
  age: {
    'under-5': 'Under 5',
    '5-to-11': '5 to 11',
    '12-to-17': '12 to 17',
    '18-to-25': '18 to 25',
    '26-to-64': '26 to 64',
    '65-plus': '65 and over',
  } satisfies Record<AgeBand, string>,
  joining: {
    self: 'You can ask for it yourself',
    'personal-budget': 'Takes personal budgets',
    'direct-payment': 'Takes direct payments',
  },
  space: {now: 'Has space now'},
  within: (miles: number) => (miles === 1 ? 'Within 1 mile' : `Within ${miles} miles`),
  anyDistance: 'Any distance',
  onMap: 'Area on the map',
  sorts: {best: 'Best match', nearest: 'Nearest', checked: 'Checked most recently'},
};
