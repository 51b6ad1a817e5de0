/** How a case goes on by itself, and what a worker may gently be reminded of. Pure; safe in the browser. */
import {workingDayFrom} from '../dates/bank-holidays.ts';
import {addDays, daysBetween, type CalendarDate} from '../dates/calendar-date.ts';
import {nationHere, type Nation} from '../dates/nation.ts';
import type {CaseStatus, LogStart, Mode, Tier} from './case-choices.ts';

/** How a case stands after a contact, or an attempt at one. A pause ends only when somebody says so. */
export function statusAfter(status: CaseStatus, wasReached: boolean): CaseStatus {
  if (status === 'closed' || status === 'paused' || status === 'follow_up') return status;
  if (wasReached) return 'active';
  return status === 'referred' ? 'contact_attempted' : status;
}

/**
 * The NHS England model walks 6 to 12 contacts with somebody, over about three months; signposting is one to three. That is
 * guidance, and nothing stops at it.
 */
const USUAL = {plan: {contacts: 12, weeks: 13}, signposting: {contacts: 3, weeks: 4}} as const;

interface Guidance {
  words: string;
  /** More than is usual: worth a thought at a review, no more. */
  isLong: boolean;
}

/** '5 contacts of about 6 to 12, week 4 of about 13'. */
export function guidance(tier: Tier, contacts: number, openedOn: CalendarDate, today: CalendarDate): Guidance {
  const usual = USUAL[tier];
  const week = Math.max(0, Math.floor(daysBetween(openedOn, today) / 7)) + 1;
  const range = tier === 'plan' ? '6 to 12' : '1 to 3';
  return {
    words: `${contacts} ${contacts === 1 ? 'contact' : 'contacts'} of about ${range}, week ${week} of about ${usual.weeks}`,
    isLong: contacts > usual.contacts || week > usual.weeks,
  };
}

interface LogFacts {
  nextStep: string | null;
  nextStepOn: CalendarDate | null;
  contacts: number;
  /** How they were last in touch, or tried to be. */
  lastMode: Mode | null;
}

/** The day that is proposed so many days ahead: one on which somebody is there to do it. */
export const workingDayIn = (today: CalendarDate, days: number, nation?: Nation): CalendarDate =>
  workingDayFrom(addDays(today, days), nation);

/**
 * What the form of a contact proposes. What was agreed for a later day stands; what was due is done with this contact, and
 * then somebody who was never reached is tried again soon, anybody else looked in on after a fortnight, on a working day.
 */
export function startOfLog({nextStep, nextStepOn, contacts, lastMode}: LogFacts, today: CalendarDate): LogStart {
  const start = {today, nation: nationHere(), mode: lastMode ?? 'phone'};
  if (nextStep && nextStepOn && nextStepOn > today) return {...start, step: nextStep, on: nextStepOn};
  return contacts === 0
    ? {...start, step: 'Ring again', on: workingDayIn(today, 2)}
    : {...start, step: 'Check in again', on: workingDayIn(today, 14)};
}

/** 'Today', '3 days late', 'in 2 days', and how urgent that is. */
export function dueWords(on: CalendarDate, today: CalendarDate): {words: string; state: 'late' | 'today' | 'later'} {
  const days = daysBetween(today, on);
  if (days < 0) return {words: days === -1 ? 'Yesterday' : `${-days} days late`, state: 'late'};
  if (days === 0) return {words: 'Today', state: 'today'};
  return {words: days === 1 ? 'Tomorrow' : `In ${days} days`, state: 'later'};
}

/** Whole days, in words, between two moments: how long somebody waited. */
export function waitWords(from: Date, until: Date): string {
  const hours = Math.max(0, Math.floor((until.getTime() - from.getTime()) / 3_600_000));
  if (hours < 1) return 'under an hour';
  if (hours < 48) return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  return `${Math.floor(hours / 24)} days`;
}
