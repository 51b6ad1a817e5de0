/** One open page on which a plan is written: keeps what is typed, and hears of others who write in it. */
import {useEffect, useMemo, useState, type RefObject} from 'react';
import {PLAN_FIELDS, type TypedPlan} from '../../domain/plans/plan-form.ts';
import type {Conflict, DraftKeeper, KnownField} from '../drafts/draft-keeper.ts';
import {DraftLink, type Presence} from '../drafts/draft-link.ts';
import {startOf, useDraftKeeper} from '../drafts/use-draft-keeper.ts';
import {useFollow} from '../drafts/use-follow.ts';
import {useKeptForm} from '../drafts/use-kept-form.ts';

/** What the server said of a form that it did not keep as a version. */
export interface PlanAnswer {
  problems?: Record<string, string>;
  conflicts?: Conflict[];
  /** What was typed and does not stand in the draft: it stays in the form. */
  kept?: TypedPlan;
  /** Somebody has kept a version meanwhile. */
  moved?: string;
}

export interface PlanDraftProps {
  caseId: string;
  /** Who has this page open, and its id. */
  me: string;
  page: string;
  now: number;
  /** The number of the newest version, and what stands in it. */
  seen: number;
  standing: TypedPlan;
  /** What was typed since. */
  fields: KnownField[];
  present: Presence[];
  answer: PlanAnswer;
}

interface PlanDraft {
  keeper: DraftKeeper;
  present: Presence[];
  /** Who kept the plan while this page was open: 'by …'. */
  keptBy: string | null;
}

export function usePlanDraft(props: PlanDraftProps, form: RefObject<HTMLFormElement>): PlanDraft {
  const {caseId, me, page, now, seen, standing, fields, answer} = props;
  const [present, setPresent] = useState(props.present);
  const [keptBy, setKeptBy] = useState<string | null>(null);
  const link = useMemo(() => new DraftLink(`/caseload/cases/${caseId}/plan`, {page, seen}), [caseId, page, seen]);
  const keeper = useDraftKeeper(link, {
    fields: startOf(standing, fields),
    kept: answer.kept,
    conflicts: answer.conflicts,
  });
  useKeptForm(form, keeper, isPlanField);
  useFollow({
    keeper,
    link,
    form,
    topic: `plan:${caseId}`,
    own: {page, staffId: me},
    since: now,
    isShared: present.length > 0,
    onFollowed: ({present}) => setPresent(present),
    onOver: setKeptBy,
  });
  useEffect(() => keeper.hurry(present.length > 0), [keeper, present.length]);
  return {keeper, present, keptBy};
}

const isPlanField = (name: string): boolean => PLAN_FIELDS.has(name);
