/** What the forms of a guide's editor ask for, done. */
import type {AppLoadContext} from '@remix-run/node';
import type {TwoVersions} from '../../components/admin/changed-meanwhile.tsx';
import {dropDraft, getGuide, publishDraft, saveDraft, type Changed} from '../../domain/guides/change-guides.server.ts';
import {differences} from '../../domain/guides/guide-differences.ts';
import {rearranged, typedFields, withAbout, withQuestion, type Typed} from '../../domain/guides/guide-form.ts';
import type {Guide} from '../../domain/guides/guide-schema.ts';
import {withNeeds, withScore} from '../../domain/guides/score-form.ts';
import {asker, sender} from '../people.record/people-request.server.ts';

interface Refused {
  status: 404 | 409 | 422;
  typed: Typed;
  problems: Record<string, string>;
  /** What stands there now beside what was typed, for the slower of two. */
  versions: TwoVersions[] | null;
  state: string;
}

const LIMIT = 500;
/** Parts that are no question that is there. */
export const WHOLE_PARTS: ReadonlySet<string> = new Set(['new', 'about', 'needs', 'score']);

/** Null when it is done. */
export async function changeGuide(
  context: AppLoadContext,
  {key, part}: {key: string; part: string},
  form: FormData,
): Promise<Refused | null> {
  const typed = typedFields(form);
  const state = String(form.get('state') ?? '').slice(0, 100);
  const act = String(form.get('act') ?? 'save');
  const from = sender(context, form, 'desk.guides');
  const refuse = (status: Refused['status'], more: Partial<Refused> = {}): Refused => ({
    status,
    typed,
    problems: {},
    versions: null,
    state,
    ...more,
  });
  const outcomeOf = (outcome: Changed, mine?: Guide): Refused | null => {
    if (outcome.ok) return null;
    if (outcome.reason === 'missing') return refuse(404);
    const now = outcome.now.latest.guide;
    const versions = mine ? differences(now, mine).map(({what, was, now: yours}) => ({what, now: was, yours})) : [];
    return refuse(409, {versions, state: outcome.now.state});
  };

  if (act === 'drop') return outcomeOf(await dropDraft(context.sql, from, key, state));
  if (act === 'publish') {
    const changed = (typed.changed ?? '').trim();
    if (changed.length > LIMIT) return refuse(422, {problems: {changed: `Use ${LIMIT} letters at most`}});
    return outcomeOf(await publishDraft(context.sql, from, key, state, changed || null));
  }

  const hand = await getGuide(context.sql, asker(context), key);
  if (!hand) return refuse(404);
  const base = hand.latest.guide;
  const isThere = base.questions.some((question) => question.key === part);
  if (!isThere && !WHOLE_PARTS.has(part)) return refuse(404);
  const read =
    part === 'about'
      ? withAbout(base, typed)
      : part === 'score'
        ? withScore(base, typed)
        : part === 'needs'
          ? withNeeds(base, typed, new Set(context.vocabulary.needs.map((need) => need.key)))
          : part !== 'new' && (act === 'up' || act === 'down' || act === 'remove')
            ? rearranged(base, part, act)
            : withQuestion(base, part === 'new' ? null : part, typed);
  if (!read.ok) return refuse(422, {problems: read.problems});
  return outcomeOf(await saveDraft(context.sql, from, state, read.guide), read.guide);
}
