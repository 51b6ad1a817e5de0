import type {QueueCard} from '../../components/second-level/queue-board.tsx';
import {disciplines} from '../../domain/access/roles.ts';
import {londonClock} from '../../domain/dates/calendar-date.ts';
import type {QueueWork} from '../../domain/second-level/list-work.server.ts';
import {
  isOpen,
  nextOpening,
  openingsFrom,
  type OpeningHours,
  type OutOfHours,
} from '../../domain/queues/opening-hours.ts';
import {dueInWords, lengthInWords} from '../../domain/queues/response-clock.ts';

/** 'Open until 20:30', 'Open day and night', 'Closed. Opens tomorrow at 08:30'. */
export function hoursInWords(hours: OpeningHours, outOfHours: OutOfHours, now: Date): {isOpen: boolean; words: string} {
  if (outOfHours.rule === 'round_the_clock') return {isOpen: true, words: 'Open day and night'};
  if (isOpen(hours, now)) {
    const closing = closingAfter(hours, now);
    return {isOpen: true, words: closing ? `Open until ${closing}` : 'Open day and night'};
  }
  const next = nextOpening(hours, now);
  return {isOpen: false, words: next ? `Closed. Opens ${dueInWords(next, now)}` : 'Closed'};
}

/** Openings that follow on one another, such as over midnight, are one. Null for what does not close within a week. */
function closingAfter(hours: OpeningHours, now: Date): string | null {
  let end: number | null = null;
  for (const opening of openingsFrom(hours, now)) {
    if (end !== null && opening.from > end) break;
    end = opening.to;
    if (end - now.getTime() > 7 * 86_400_000) return null;
  }
  const {date, time} = londonClock(new Date(end ?? now));
  return date === londonClock(now).date ? time : dueInWords(new Date(end ?? now), now);
}

export function toCard(queue: QueueWork, now: Date): QueueCard {
  const {discipline, isOwnDiscipline, waiting, claimed, dueSoon, breached, asks, waitingSince} = queue;
  const {isOpen: open, words} = hoursInWords(queue.hours, queue.outOfHours, now);
  return {
    discipline,
    name: disciplines[discipline],
    isOwn: isOwnDiscipline,
    hours: words,
    isOpen: open,
    waiting,
    claimed,
    dueSoon,
    breached,
    asks,
    longest: waitingSince ? lengthInWords(Math.floor((now.getTime() - waitingSince.getTime()) / 60_000)) : null,
  };
}
