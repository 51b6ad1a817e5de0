/** How soon somebody has to take up what is handed on, from most to least pressing. Safe in the browser. */
export const PRIORITIES = {
  emergency: {name: 'Emergency', says: '999 advised; you stay on the line', minutes: 0},
  hours_2: {name: '2 hours', says: 'Urgent', minutes: 120},
  hours_4: {name: '4 hours', says: 'Soon', minutes: 240},
  hours_24: {name: '24 hours', says: 'By this time tomorrow', minutes: 1440},
  hours_72: {name: '72 hours', says: 'Within three days', minutes: 4320},
} as const;
export type Priority = keyof typeof PRIORITIES;
