import type {ServerText} from '../../i18n/en-server.ts';

/** A listing that nobody has looked at for longer than this may be wrong, and says so. */
const STALE_DAYS = 365;
const DAY_MS = 86_400_000;

/** How long ago the facts were checked. Both days are 'YYYY-MM-DD'. */
export function describeCheck(checkedOn: string | null, today: string, words: ServerText['cardWords']) {
  if (!checkedOn) return {words: words.neverChecked, isStale: true};
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(checkedOn)) / DAY_MS));
  if (days > STALE_DAYS) return {words: words.stale, isStale: true};
  if (days === 0) return {words: words.checkedToday, isStale: false};
  if (days < 7) return {words: words.checkedDays(days), isStale: false};
  if (days < 61) return {words: words.checkedWeeks(Math.floor(days / 7)), isStale: false};
  return {words: words.checkedMonths(Math.round(days / 30.44)), isStale: false};
}
