/** Means, changes and groups in the words of the page of figures. */
import {TIERS} from '../../domain/cases/case-choices.ts';
import {SOURCES} from '../../domain/referrals/referral-choices.ts';

const points = new Intl.NumberFormat('en-GB', {
  maximumFractionDigits: 1,
  minimumFractionDigits: 1,
  signDisplay: 'always',
});
const plain = new Intl.NumberFormat('en-GB', {maximumFractionDigits: 1, minimumFractionDigits: 1});

export const asMean = (mean: number | null) => (mean === null ? '–' : plain.format(mean));
/** @param days as a fraction too: half a day is twelve hours */
export const asDays = (days: number | null) => (days === null ? '–' : `${plain.format(days)} days`);
export const asPoints = (change: number | null) => (change === null ? '–' : points.format(change));
export const asInterval = (interval: [number, number] | null) =>
  interval === null ? '–' : `${points.format(interval[0])} to ${points.format(interval[1])}`;

/** As people call it, where the group has a key. */
export function nameOf(key: string): string {
  if (key === 'all') return 'All together';
  if (Object.hasOwn(TIERS, key)) return TIERS[key as keyof typeof TIERS].name;
  const source = Object.hasOwn(SOURCES, key) ? SOURCES[key as keyof typeof SOURCES] : null;
  return typeof source === 'string' ? source : key.replaceAll(/[_-]/g, ' ');
}
