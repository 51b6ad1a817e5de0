import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {ChangedMeanwhile} from '../../components/admin/changed-meanwhile.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {GuideAboutForm, GuideDraft, GuideParts, GuidePreview} from '../../components/guides/guide-editor.tsx';
import {GuideVersions} from '../../components/guides/guide-versions.tsx';
import styles from '../../components/guides/guides.scss?url';
import {NeedsForm} from '../../components/guides/needs-form.tsx';
import {QuestionForm} from '../../components/guides/question-form.tsx';
import {ScoreForm} from '../../components/guides/score-form.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {mayPass} from '../../domain/access/doors.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {getGuide} from '../../domain/guides/change-guides.server.ts';
import {differences} from '../../domain/guides/guide-differences.ts';
import {aboutFields, fieldsOf, typedFields, type Typed} from '../../domain/guides/guide-form.ts';
import type {Guide, Question} from '../../domain/guides/guide-schema.ts';
import {needsFields, scoreFields} from '../../domain/guides/score-form.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, missing} from '../people.record/people-request.server.ts';
import {changeGuide, WHOLE_PARTS} from './change-guide.server.ts';
import {versionLines} from './guide-view.server.ts';

export const handle = {door: 'desk.guides'};
export const links = () => [{rel: 'stylesheet', href: styles}];

const DONE = {
  save: 'Saved in the draft. Nobody uses it until it is published.',
  publish: 'Published. It is used from the next call.',
  drop: 'The draft is thrown away. The desk goes on with the version it had.',
};

function shownFields(guide: Guide, question: Question | null, part: string): Typed {
  if (question) return fieldsOf(question);
  if (part === 'needs') return needsFields(guide);
  return part === 'about' ? aboutFields(guide) : part === 'score' ? scoreFields(guide) : {};
}

const partOf = (request: Request) => new URL(request.url).searchParams.get('part') ?? '';

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const hand = await getGuide(context.sql, asker(context), params.key ?? '');
  if (!hand) throw missing();
  const held = await typedBefore(context, request);
  const part = partOf(request);
  const {guide} = hand.latest;
  const question = guide.questions.find(({key}) => key === part) ?? null;
  const isLead = mayPass('desk.guides', 'POST', staffOf(context)) === 'yes';
  return {
    title: 'A guide',
    path: `/desk/guides/${guide.key}`,
    guide,
    question,
    part: isLead && (question || WHOLE_PARTS.has(part)) ? part : null,
    needs: part === 'needs' ? context.vocabulary.needs.map(({key, name}) => ({key, name})) : [],
    isLead,
    isHeld: held !== null,
    typed: held ? typedFields(held) : shownFields(guide, question, part),
    state: held ? String(held.get('state') ?? '') : hand.state,
    submission: newSubmission(),
    publishing: newSubmission(),
    dropping: newSubmission(),
    isDraft: hand.draft !== null,
    draft: hand.draft && hand.inUse && differences(hand.inUse.guide, hand.draft.guide),
    versions: versionLines(hand),
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const key = params.key ?? '';
  const part = partOf(request);
  const form = await request.formData();
  const refused = await changeGuide(context, {key, part}, form);
  if (refused?.status === 404) throw missing();
  // A new number for the form: it is filled in anew now.
  if (refused) return data({...refused, submission: newSubmission()}, {status: refused.status});
  const act = String(form.get('act'));
  const done = act === 'publish' || act === 'drop' ? act : 'save';
  // Of something new nothing is left.
  if (done === 'drop' && !(await getGuide(context.sql, asker(context), key)))
    return redirect('/desk/guides?done=dropped', 303);
  const stays = done === 'save' && part !== 'new' && act !== 'remove';
  return redirect(`/desk/guides/${key}?${stays ? `part=${part}&` : ''}done=${done}`, 303);
}

export const meta = pageMeta;

/** A guide: how it looks in a call, what it has been, and for a lead the forms that change it. */
export default function GuidePage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const {guide, question, path, part, isLead, isDraft, draft, versions, done} = shown;
  const {typed, state, submission} = answer ?? shown;
  const problems = answer?.problems ?? {};
  const form = {typed, problems, submission, state};
  return (
    <div className="page__inner guide-page">
      <BackLink href={part ? path : '/desk/guides'}>{part ? guide.title : 'Guides'}</BackLink>
      <FormProblems problems={problems} />
      {!answer && <DoneBanner words={done} />}
      <h1>{part === 'new' ? 'Add a question' : part ? 'Change a guide' : guide.title}</h1>
      <ChangedMeanwhile versions={answer?.versions ?? null} />
      {shown.isHeld && !answer && <HeldNotice />}
      <div className="guide-page__columns">
        <div>
          {!part && <p className="reading__lede">{guide.when}</p>}
          <p className="guide-page__preview">
            <a href="#preview">See it as in a call</a>
          </p>
          {!part && isLead && isDraft && (
            <GuideDraft differences={draft} submission={shown.publishing} dropping={shown.dropping} state={state} />
          )}
          {part === 'about' && <GuideAboutForm key={state} {...form} />}
          {part === 'needs' && <NeedsForm key={state} needs={shown.needs} {...form} />}
          {part === 'score' && <ScoreForm key={state} guide={guide} {...form} />}
          {part && (question || part === 'new') && (
            <QuestionForm key={`${part} ${state}`} guide={guide} question={question} {...form} />
          )}
          {isLead && (
            <>
              <h2>{part ? 'Other parts' : 'Change it'}</h2>
              <GuideParts guide={guide} path={path} part={part ?? ''} />
            </>
          )}
          {!part && versions.length > 0 && <GuideVersions versions={versions} />}
        </div>
        <GuidePreview key={state} guide={guide} />
      </div>
    </div>
  );
}
