/** What can be done on the page of a summary: opening the record for it, giving it to somebody, ending a link. */
import type {AppLoadContext} from '@remix-run/node';
import {readHandover, typedHandover, type Handover} from '../../domain/discharge/handover-words.ts';
import {getSummaryParts, recordHandover} from '../../domain/discharge/summaries.server.ts';
import {endSummaryLink, sendSummary} from '../../domain/discharge/summary-links.server.ts';
import {openRecord} from '../../domain/people/open-record.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';
import {sheetOf} from './summary-sheet.server.ts';

type Acted = {done: '' | 'handed' | 'sent' | 'ended'} | {problems: Record<string, string>};

const UNSAFE = {
  not_safe: 'The record says that it is not safe to send anything there. Choose another way',
  refused: 'They do not want to be contacted in this way. Choose another',
};

export async function actOn(context: AppLoadContext, request: Request, id: string, form: FormData): Promise<Acted> {
  const from = sender(context, form, 'desk.summary');
  if (form.get('act') === 'open') {
    await openFor(context, id, from);
    return {done: ''};
  }
  if (form.get('act') === 'end-link') {
    if (!(await endSummaryLink(context.sql, from, id, idOf(String(form.get('link')))))) throw missing();
    return {done: 'ended'};
  }
  const read = readHandover(typedHandover(form));
  if (!read.ok) return {problems: read.problems};
  const {handover} = read;
  if (!isByLink(handover)) {
    if (!(await recordHandover(context.sql, from, id, handover))) throw missing();
    return {done: 'handed'};
  }
  const parts = await getSummaryParts(context.sql, asker(context), id);
  const sheet = parts && sheetOf(parts);
  if (!sheet) throw missing();
  const site = siteAddress(context.config, request);
  const sent = await sendSummary(context.sql, from, id, {handover, sheet, siteAddress: site, inWords: momentInWords});
  if (sent.ok) return {done: 'sent'};
  if (sent.reason === 'gone') throw missing();
  return {problems: {sendTo: UNSAFE[sent.reason]}};
}

const isByLink = (handover: Handover): handover is Handover & {way: 'email' | 'text'; to: string} =>
  handover.way !== 'paper' && handover.to !== null;

async function openFor(context: AppLoadContext, id: string, from: ReturnType<typeof sender>) {
  const parts = await getSummaryParts(context.sql, asker(context), id);
  if (!parts?.call.personId) throw missing();
  const because = {consentBy: null, consentHow: null, reason: null, workKind: 'call', workName: parts.call.reference};
  const opening = await openRecord(context.sql, from, parts.call.personId, {basis: 'direct_care', ...because});
  if (!opening) throw missing();
}
