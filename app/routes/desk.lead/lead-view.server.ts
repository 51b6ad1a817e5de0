/** A lead's day in words. */
import type {LeadView} from '../../components/lead/lead-view.ts';
import {disciplines} from '../../domain/access/roles.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import type {LeadDay} from '../../domain/lead/lead-day.server.ts';
import {shortMoment} from '../../http/moments.ts';

export function leadView(day: LeadDay, now: Date): LeadView {
  return {
    here: day.here.map(({staffId, name, seenAt, lastCallAt, openDrafts}) => ({
      staffId,
      name,
      openDrafts,
      seen: ago(seenAt, now),
      lastCall: lastCallAt ? shortMoment(lastCallAt) : 'None yet',
    })),
    queues: day.queues.map(({discipline, waiting, claimed, overdue, longestSince}) => ({
      key: discipline,
      name: disciplines[discipline],
      waiting,
      claimed,
      overdue,
      longest: longestSince ? ago(longestSince, now).replace(' ago', '') : 'None',
    })),
    lying: day.lying.map(({id, reference, openedById, openedBy, openedAt, changedAt}) => ({
      id,
      reference,
      openedById,
      openedBy,
      began: shortMoment(openedAt),
      untouched: ago(changedAt, now).replace(' ago', ''),
      submission: newSubmission(),
    })),
    callBacks: day.callBacks.map(({dueAt, ...callBack}) => ({
      ...callBack,
      due: shortMoment(dueAt),
      isOverdue: dueAt < now,
      submission: newSubmission(),
    })),
    takers: day.takers,
  };
}

/** '5 minutes ago', '3 hours ago', '2 days ago'. */
function ago(moment: Date, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - moment.getTime()) / 60_000));
  if (minutes < 1) return 'less than a minute ago';
  const [count, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 2880
        ? [Math.round(minutes / 60), 'hour']
        : [Math.round(minutes / 1440), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
