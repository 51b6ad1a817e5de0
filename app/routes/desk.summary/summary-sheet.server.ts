/** The one-page summary as it is shown, printed and sent, and to whom it was given. */
import type {AppLoadContext} from '@remix-run/node';
import type {GivenView} from '../../components/discharge/given-list.tsx';
import {GIVEN_TO} from '../../domain/discharge/handover-words.ts';
import type {GivenSummary, SummaryParts} from '../../domain/discharge/summaries.server.ts';
import {codeOf} from '../../domain/discharge/summary-links.server.ts';
import {toSummary, type Sheet} from '../../domain/discharge/summary-view.ts';
import {momentInWords} from '../../http/moments.ts';
import {today} from '../../http/today.server.ts';
import {viewOf} from '../people.record/people-request.server.ts';

/** Null until the record is open. */
export function sheetOf({call, record}: SummaryParts): Sheet | null {
  if (!record) return null;
  const {banner, sections} = viewOf(record);
  const numbers = sections.find(({key}) => key === 'numbers');
  return {
    summary: toSummary(call, record, today(), momentInWords),
    person: {
      name: banner.name,
      born: banner.born,
      reference: record.person.reference,
      nhsNumber: numbers?.rows.find(({heading}) => heading === 'NHS number')?.facts[0]?.value ?? null,
    },
    made: `Made by ${call.partnerName} on ${momentInWords(new Date())}, from call ${call.reference}.`,
  };
}

/** @param mayTell whether codes may be told: the record is open, and the link is of the viewer's own desk */
export function givenView({siteSecret}: AppLoadContext, given: GivenSummary[], mayTell: boolean): GivenView[] {
  return given.map(({givenTo, givenBy, givenAt, linkId, isOfAnother, ...link}) => {
    const isOpen = linkId !== null && !link.endedAt && link.expiresAt! > new Date();
    return {
      to: GIVEN_TO[givenTo as keyof typeof GIVEN_TO],
      by: givenBy,
      at: momentInWords(givenAt),
      isOfAnother,
      link:
        linkId === null
          ? null
          : {id: linkId, says: becameOf(link), code: isOpen && mayTell ? codeOf(siteSecret, linkId) : null},
    };
  });
}

type Link = Pick<GivenSummary, 'way' | 'expiresAt' | 'endedAt' | 'looks' | 'lastLookAt'>;

function becameOf({way, expiresAt, endedAt, looks, lastLookAt}: Link): string {
  const sent = way === 'email' ? 'A link by e-mail.' : 'A link by text message.';
  const looked = lastLookAt
    ? `Looked at ${looks === 1 ? 'once' : `${looks} times`}, last on ${momentInWords(lastLookAt)}.`
    : 'Not looked at yet.';
  if (endedAt) return `${sent} Ended on ${momentInWords(endedAt)}. ${looked}`;
  const isOver = expiresAt! <= new Date();
  return `${sent} ${isOver ? 'Ran out on' : 'Open until'} ${momentInWords(expiresAt!)}. ${looked}`;
}
