/** What the page of figures is asked for, as it stands in its address. Safe in the browser. */
import {DOMAINS, type CallDomain} from '../calls/call-choices.ts';

export interface FiguresFilter {
  /** 'YYYY-MM' */
  month: string;
  domain: CallDomain | null;
  partnerId: string | null;
}

/** What makes no sense is left out, so that an old or mistyped address still shows something. */
export function readFiguresFilter(asked: URLSearchParams, today: string): FiguresFilter {
  const month = asked.get('month') ?? '';
  const domain = asked.get('domain') ?? '';
  const partnerId = asked.get('organisation') ?? '';
  const isMonth = /^20\d\d-(0[1-9]|1[0-2])$/.test(month) && month <= today.slice(0, 7);
  return {
    month: isMonth ? month : today.slice(0, 7),
    domain: Object.hasOwn(DOMAINS, domain) ? (domain as CallDomain) : null,
    partnerId: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(partnerId) ? partnerId : null,
  };
}

/** The first day of a month and of the one after it. */
export function daysOf(month: string): {from: string; until: string} {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return {from: `${month}-01`, until: new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)};
}

const MONTH = new Intl.DateTimeFormat('en-GB', {month: 'long', year: 'numeric', timeZone: 'UTC'});

/** Such as October 2026. */
export const monthInWords = (month: string): string => MONTH.format(new Date(`${month}-01T00:00:00Z`));
