import {useRef, useState} from 'react';
import type {LogStart} from '../../domain/cases/case-choices.ts';
import type {DraftKeeper} from '../drafts/draft-keeper.ts';
import type {ContactLink} from './contact-link.ts';
import {LogForm} from './log-form.tsx';

interface LogInCardProps {
  caseId: string;
  start: LogStart;
  link: ContactLink;
  isOpen: boolean;
  /** It is saved: what comes next, in words. */
  onSaved: (next: string) => void;
}

const NOT_SAVED = {
  away: 'No answer from the site. It is not saved as a contact yet: press again when you are connected. It counts once.',
  'signed-out': 'You have been signed out. Sign in again in a new tab, then press again: it counts once.',
  gone: 'This case is not yours to change.',
} as const;

/** A contact written down on the card of a day, without waiting for the page of the case: saved, the day stays where it was. */
export function LogInCard({caseId, start, link, isOpen, onSaved}: LogInCardProps) {
  const [submission] = useState(() => crypto.randomUUID());
  const [answer, setAnswer] = useState<{problems: Record<string, string>; refusal: string | null}>(NOTHING_WRONG);
  const isBusy = useRef(false);
  const save = async (typed: Record<string, string>, keeper: DraftKeeper) => {
    if (isBusy.current) return;
    isBusy.current = true;
    keeper.stop();
    const came = await link.log(submission, typed);
    isBusy.current = false;
    if (came.kind !== 'said') setAnswer({problems: {}, refusal: NOT_SAVED[came.kind]});
    else if (came.said.ok) return onSaved(came.said.next);
    else setAnswer(came.said);
    keeper.tryAgain();
  };
  return (
    <div className="case-card__log" hidden={!isOpen}>
      <LogForm
        caseId={caseId}
        start={start}
        submission={submission}
        version={0}
        typed={{}}
        problems={answer.problems}
        draft={{id: link.draft, page: '', fields: []}}
        link={link}
        place={`log-${caseId}`}
        isAsked
        save={(typed, keeper) => void save(typed, keeper)}
      />
      <p role="alert" className="case-card__refusal">
        {answer.refusal ??
          (Object.keys(answer.problems).length > 0 ? 'Not saved yet. Put right what is marked above.' : '')}
      </p>
    </div>
  );
}

const NOTHING_WRONG = {problems: {}, refusal: null};
