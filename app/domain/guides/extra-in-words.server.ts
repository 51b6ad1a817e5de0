/** What guides and forms added to a call, in words, for whoever reads the call. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Call} from '../calls/get-call.server.ts';
import {dischargeInWords, readDischarge} from '../discharge/discharge-form.ts';
import type {Asker} from '../people/staff-request.ts';
import {guideVersions} from './get-guides.server.ts';
import {answersInWords} from './guide-rules.ts';
import {readKeptAnswers} from './guide-schema.ts';

export interface ExtraPart {
  title: string;
  facts: {label: string; value: string}[];
}

/**
 * Each guide that was used, in the words of the very version it was used in, and each part of the form for coming home
 * from hospital. For somebody who may read the call: what is in it is given as it is.
 * @param today 'YYYY-MM-DD'
 */
export async function extraInWords(
  sql: Sql,
  {viewer, address}: Asker,
  {guides = {}, forms = {}}: Call['extra'],
  today: string,
): Promise<ExtraPart[]> {
  const kept = Object.values(guides).flatMap((value) => readKeptAnswers(JSON.stringify(value)) ?? []);
  const versions =
    kept.length === 0
      ? []
      : await within(sql, {purpose: 'desk', viewer, address}, (tx) =>
          guideVersions(
            tx,
            kept.map(({version}) => version),
          ),
        );
  const ofGuides = kept.flatMap(({version, answers}) => {
    const used = versions.find(({id}) => id === version);
    if (!used) return [];
    const facts = answersInWords(used.guide, answers).map(({ask, answer}) => ({label: ask, value: answer}));
    return facts.length > 0 ? [{title: `Guide: ${used.guide.title}`, facts}] : [];
  });
  const ofDischarge = dischargeInWords(readDischarge(forms.discharge), today).map(({title, lines}) => ({
    title: `Coming home from hospital: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    facts: lines.map(({label, value}) => ({label, value})),
  }));
  return [...ofDischarge, ...ofGuides];
}
