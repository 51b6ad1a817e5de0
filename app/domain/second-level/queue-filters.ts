/** Which items of a queue to show. Safe in the browser. */
export const FILTERS = {
  all: 'Everything open',
  unclaimed: 'Nobody has it',
  mine: 'Mine',
  untold: 'Finished, caller not told',
} as const;
export type Filter = keyof typeof FILTERS;
