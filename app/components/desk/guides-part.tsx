import {useState} from 'react';
import {takeOver, type Endings, type Suggestion} from '../../domain/guides/guide-rules.ts';
import {readKeptAnswers, type Answers, type Guide} from '../../domain/guides/guide-schema.ts';
import {GuidePanel} from '../guides/guide-panel.tsx';
import {useValue} from '../drafts/draft-context.tsx';
import {useCall} from './call-context.tsx';
import type {GuideInCall} from './call-types.ts';
import {Part} from './part.tsx';

interface GuidesPartProps {
  guides: {key: string; title: string}[];
  /** Those that have been opened in this call before. */
  opened: GuideInCall[];
}

/** Question sets that help to ask: any of them may be opened, and none decides. */
export function GuidesPart({guides, opened}: GuidesPartProps) {
  const {keeper, link} = useCall();
  const [open, setOpen] = useState(opened);
  const [says, setSays] = useState('');
  const choose = async (key: string) => {
    setSays('Fetching the guide…');
    const answer = await link.guide(key);
    setSays(answer.kind === 'said' ? '' : 'The guide could not be fetched. Try again');
    if (answer.kind !== 'said') return;
    const {said} = answer;
    setOpen((before) => (before.some(({guide}) => guide.key === key) ? before : [...before, said]));
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`#guide-of-${key} :is(input, select, textarea)`)?.focus(),
    );
  };
  const closed = guides.filter(({key}) => !open.some(({guide}) => guide.key === key));
  return (
    <Part name="guides">
      {open.map((one) => (
        <OpenGuide key={one.id} {...one} />
      ))}
      {closed.length > 0 && (
        <ul className="guide-list needs-script" role="list" aria-label="Guides to open">
          {closed.map(({key, title}) => (
            <li key={key}>
              <button type="button" className="offer" onClick={() => void choose(key)}>
                {title}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="no-script-only">
        <a href="/desk/guides">The guides</a>
      </p>
      <p className="person-status" role="status">
        {says}
      </p>
      {open.length > 0 && keeper.conflictNames().some((name) => name.startsWith('guide.')) && (
        <p className="field__problem">Somebody else answers this guide as well.</p>
      )}
    </Part>
  );
}

/** One guide with what has been answered. The version that was used is kept with the answers. */
function OpenGuide({id, guide}: GuideInCall) {
  const {keeper} = useCall();
  const name = `guide.${guide.key}`;
  const answers = answersOf(useValue(name));
  const endings: Endings = {
    endings: useValue('endings'),
    handOnTo: useValue('handOnTo'),
    handOnPriority: useValue('handOnPriority'),
  };
  const onAnswer = (question: string, answer: string) => {
    const {[question]: _before, ...others} = answersOf(keeper.value(name));
    const next: Answers = answer === '' ? others : {...others, [question]: answer};
    keeper.type(name, JSON.stringify({version: id, answers: next}));
  };
  const onTakeOver = (suggestion: Suggestion) => {
    for (const [field, value] of Object.entries(takeOver(suggestion, endings))) keeper.type(field, value as string);
  };
  return (
    <div id={`guide-of-${guide.key}`}>
      <GuidePanel
        guide={guide as Guide}
        answers={answers}
        onAnswer={onAnswer}
        onTakeOver={onTakeOver}
        endings={endings}
        level={3}
      />
    </div>
  );
}

const answersOf = (value: string): Answers => readKeptAnswers(value)?.answers ?? {};
