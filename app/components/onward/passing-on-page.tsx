import {BackLink, Button, InsetText, TextInput} from 'nhsuk-react-components';
import type {TypedAnswer, TypedOnward} from '../../domain/onward/read-onward.ts';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';
import type {AnswerWords} from './answer-fields.tsx';
import {BeforeItGoes, type Before} from './before-it-goes.tsx';
import {OnwardFound, type FoundView} from './onward-found.tsx';
import {OnwardList, type OnwardView} from './onward-list.tsx';
import {PassOnForm, type ServiceView} from './pass-on-form.tsx';

interface Tried {
  id: string;
  typed: TypedAnswer;
  problems: Record<string, string>;
}

interface PassingOnProps {
  caseId: string;
  reference: string;
  isOwn: boolean;
  q: string;
  near: string;
  found: {cards: FoundView[]; says: string} | null;
  service: ServiceView | null;
  needs: {key: string; name: string}[];
  onward: OnwardView[];
  answerWords: AnswerWords;
  typed: TypedOnward;
  tried: Tried | null;
  isHeld: boolean;
  submission: string;
  done: string | null;
}

/** What came of a form that is not done with. */
export interface PassingOnAnswer {
  submission: string;
  typed: TypedOnward | null;
  before: Before | null;
  tried: Tried | null;
  problems: Record<string, string>;
}

/** Passing somebody on to a service of the directory, and what its provider says. */
export function PassingOnPage({answer, ...page}: PassingOnProps & {answer: PassingOnAnswer | undefined}) {
  const {caseId, isOwn, q, near, found, service} = page;
  const here = `/caseload/cases/${caseId}/onward`;
  const submission = answer?.submission ?? page.submission;
  const form = {
    action: service ? `${here}?service=${service.slug}` : here,
    typed: answer?.typed ?? page.typed,
    submission,
  };
  const soFar = (
    <section aria-labelledby="so-far">
      <h2 id="so-far">So far</h2>
      <OnwardList
        onward={page.onward}
        isOwn={isOwn}
        words={page.answerWords}
        submission={submission}
        tried={answer ? answer.tried : page.tried}
      />
    </section>
  );
  // Whoever comes for a reply, and has not begun to look for a service, finds it first.
  const isSoFarFirst = page.onward.length > 0 && !service && !q;
  return (
    <div className="reading caseload">
      <BackLink href={`/caseload/cases/${caseId}`}>Case {page.reference}</BackLink>
      <FormProblems problems={answer?.problems ?? {}} />
      <h1>Passing on</h1>
      {page.isHeld && !answer && <HeldNotice />}
      {page.done && !answer && <InsetText role="status">{page.done}</InsetText>}
      {isSoFarFirst && soFar}
      {isOwn && service && answer?.before ? (
        <BeforeItGoes before={answer.before} service={service} {...form} />
      ) : (
        <>
          {isOwn && service && (
            <PassOnForm
              service={service}
              needs={page.needs}
              problems={answer?.typed ? answer.problems : {}}
              {...form}
            />
          )}
          {isOwn && (
            <form method="get" action={here} role="search">
              <TextInput
                id="q"
                name="q"
                label={service ? 'Look for another service' : 'Look for a service'}
                hint={`${near ? `Near ${near}. ` : ''}Left empty, what suits the needs of the case is shown. No names, please.`}
                defaultValue={q}
                autoComplete="off"
              />
              <Button type="submit" secondary>
                Search
              </Button>
            </form>
          )}
          {found && <OnwardFound here={here} q={q} found={found.cards} says={found.says} />}
        </>
      )}
      {!isSoFarFirst && soFar}
    </div>
  );
}
