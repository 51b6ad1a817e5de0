import {calendarDate, type CalendarDate} from './calendar-date.ts';

/** Easter Sunday in the Gregorian calendar, by the arithmetic of Butcher (1876) as Meeus gives it. */
export function easterSunday(year: number): CalendarDate {
  const yearOfCycle = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moonAge = (19 * yearOfCycle + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - moonAge - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((yearOfCycle + 11 * moonAge + 22 * toSunday) / 451);
  const days = moonAge + toSunday - 7 * lateMoon + 114;
  return calendarDate(year, Math.floor(days / 31), (days % 31) + 1);
}
