import type {CalendarDate} from './calendar-date.ts';
import type {Nation} from './nation.ts';

/** Bank holidays that were, or will be, on another day than the rule says: rule → day. The same in every nation. */
export const MOVED_BANK_HOLIDAYS: Record<CalendarDate, CalendarDate> = {
  '1995-05-01': '1995-05-08', // 50 years since the war ended in Europe
  '2002-05-27': '2002-06-04', // Golden Jubilee
  '2012-05-28': '2012-06-04', // Diamond Jubilee
  '2020-05-04': '2020-05-08', // 75 years since the war ended in Europe
  '2022-05-30': '2022-06-02', // Platinum Jubilee
};

/** Extra bank holidays by royal proclamation, for every nation unless one is named. Add new ones here when they are announced. */
export const EXTRA_BANK_HOLIDAYS: {date: CalendarDate; only?: Nation}[] = [
  {date: '1999-12-31'}, // the millennium
  {date: '2002-06-03'}, // Golden Jubilee
  {date: '2011-04-29'}, // royal wedding
  {date: '2012-06-05'}, // Diamond Jubilee
  {date: '2022-06-03'}, // Platinum Jubilee
  {date: '2022-09-19'}, // state funeral of Queen Elizabeth II
  {date: '2023-05-08'}, // coronation of King Charles III
  {date: '2026-06-15', only: 'scotland'}, // the men's football team at the World Cup
];
