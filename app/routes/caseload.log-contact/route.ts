import type {ActionFunctionArgs} from '@remix-run/node';
import {z} from 'zod';
import {readNextStep, type Typed} from '../../domain/cases/read-case-forms.ts';
import {dayWords} from '../../domain/dates/day-in-words.ts';
import {jsonBody, nothingToSee} from '../../http/json-body.server.ts';
import {today} from '../../http/today.server.ts';
import {act, REFUSED} from '../caseload.case/case-acts.server.ts';
import {asker, idOf, missing} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload'};
export const loader = nothingToSee;

const shape = z.object({submission: z.uuid(), typed: z.record(z.string().max(40), z.string().max(9000))});

/** A contact that was written down on the card of a day: as from the page of its case, answered in a few bytes. */
export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const {submission, typed: sent} = await jsonBody(request, shape);
  const typed = {...sent, act: 'log'};
  const form = {...asker(context), door: 'caseload', submission, sql: context.sql, version: 0};
  const acted = (await act(form, id, typed, today(), new Date())) ?? {problems: {}};
  if ('problems' in acted) return Response.json({ok: false, problems: acted.problems, refusal: null});
  if (acted.outcome.ok) return Response.json({ok: true, next: nextInWords(typed)});
  if (acted.outcome.reason === 'gone') throw missing();
  return Response.json({ok: false, problems: {}, refusal: REFUSED[acted.outcome.reason] ?? null});
}

function nextInWords(typed: Typed): string {
  const read = readNextStep(typed, today());
  if (!read.ok) return '';
  const {step, on, whyNone} = read.value;
  return step === null ? `Nothing comes next: ${whyNone}` : `Next: ${step}, ${dayWords(on)}.`;
}
