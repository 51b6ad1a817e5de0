/** What the page on which a plan is written sends: as JSON while somebody types, or whole, as a form. */
import {z} from 'zod';
import type {PlanAnswer} from '../../components/plans/use-plan-draft.ts';
import type {DraftConflict} from '../../domain/drafts/draft-fields.server.ts';
import type {SentPlan} from '../../domain/plans/plan-draft.server.ts';
import {PLAN_FIELDS, type TypedPlan} from '../../domain/plans/plan-form.ts';
import {knownShape} from '../desk.call/changes.server.ts';

/** The form as it stands. A box that is not ticked is not sent, and holds nothing. */
export function sentIn(form: FormData): SentPlan {
  const typed: TypedPlan = {};
  for (const [name, {isTicked}] of PLAN_FIELDS) {
    if (isTicked) typed[name] = form.has(name) ? 'yes' : '';
    else if (form.has(name)) typed[name] = String(form.get(name)).replace(/\r\n?/g, '\n');
  }
  const page = z.uuid().safeParse(form.get('page'));
  const seen = z.coerce.number().int().min(0).max(999_999).safeParse(form.get('seen'));
  return {
    page: page.success ? page.data : crypto.randomUUID(),
    seen: seen.success ? seen.data : 0,
    typed,
    known: readKnown(String(form.get('known') ?? '')),
  };
}

function readKnown(words: string): Record<string, number> {
  try {
    return knownShape.catch({}).parse(JSON.parse(words));
  } catch {
    return {};
  }
}

/** What cannot be kept as it was typed: too long for its field. It has to stand in the form again. */
export const tooLong = ({typed}: SentPlan): TypedPlan =>
  Object.fromEntries(Object.entries(typed).filter(([name, value]) => value.length > PLAN_FIELDS.get(name)!.most));

/** What is said of a form that was not kept as a version: what has to be chosen between, and what could not go into the draft. */
export function refusal(sent: SentPlan, problems: Record<string, string>, conflicts: DraftConflict[]): PlanAnswer {
  const inConflict = Object.fromEntries(conflicts.map(({name}) => [name, sent.typed[name] ?? '']));
  return {
    problems,
    conflicts: conflicts.map(({by: _by, ...conflict}) => conflict),
    kept: {...tooLong(sent), ...inConflict},
  };
}
