/** On what occasion a measure was taken. `other`: in between, at somebody's wish; it counts as the latest, never as due. */
export const OCCASIONS = {
  start: 'At the start',
  review: 'At the review',
  close: 'At the end',
  month_6: 'After 6 months',
  month_18: 'After 18 months',
  other: 'In between',
} as const;
export type Occasion = keyof typeof OCCASIONS;
export const isOccasion = (name: string): name is Occasion => Object.hasOwn(OCCASIONS, name);
