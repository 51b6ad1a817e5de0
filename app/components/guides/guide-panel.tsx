import {useState} from 'react';
import {
  answerProblem,
  scoreOf,
  shownQuestions,
  suggestionsOf,
  type Endings,
  type Suggestion,
} from '../../domain/guides/guide-rules.ts';
import {GUIDE_NOTICE, type Answers, type Guide, type Question} from '../../domain/guides/guide-schema.ts';
import {dayInWords} from './guide-words.ts';
import {QuestionField} from './question-field.tsx';
import {Suggested} from './suggested.tsx';

interface GuidePanelProps {
  guide: Guide;
  answers: Answers;
  /** Called with every change; an empty answer means that it was taken back. */
  onAnswer(question: string, answer: string): void;
  /** Somebody wants what is suggested in the call. Without it suggestions are only shown. */
  onTakeOver?(suggestion: Suggestion): void;
  /** How the call is to end as it stands, so that what was taken over already says so. */
  endings?: Endings;
  /** 2 where the panel stands alone on a page, 3 within a part of one. */
  level?: 2 | 3;
}

/**
 * A guide while a call is taken: its questions in the order of a conversation, those that follow appearing as one
 * answers, and under each what it suggests. It decides nothing and asks for nothing: any question may be left out.
 */
export function GuidePanel({guide, answers, onAnswer, onTakeOver, endings = {}, level = 3}: GuidePanelProps) {
  const Heading = `h${level}` as const;
  const questions = shownQuestions(guide, answers);
  const suggestions = suggestionsOf(guide, answers);
  const score = scoreOf(guide, answers);
  const suggested = (from: string) => (
    // Always there, so that what appears in it is read out.
    <div role="status" className="guide__suggestions">
      {suggestions
        .filter((suggestion) => suggestion.from === from)
        .map((suggestion) => (
          <Suggested key={suggestion.id} suggestion={suggestion} endings={endings} onTakeOver={onTakeOver} />
        ))}
    </div>
  );
  return (
    <section className="guide" aria-label={`Guide: ${guide.title}`}>
      <Heading className="guide__title">{guide.title}</Heading>
      <p className="guide__notice">{GUIDE_NOTICE}</p>
      <ol className="guide__questions" role="list">
        {questions.map((question) => (
          <li key={question.key} className="guide__question">
            <Asked guide={guide} question={question} answer={answers[question.key] ?? ''} onAnswer={onAnswer} />
            {suggested(question.key)}
          </li>
        ))}
      </ol>
      {guide.score && (
        <div className="guide__score">
          {score && (
            <p>
              <strong>
                {score.name} so far: {score.points}
              </strong>{' '}
              from {score.answered} of {score.of} measurements. {guide.score.explains}
            </p>
          )}
          {suggested(guide.score.name)}
        </div>
      )}
      <details className="nhsuk-details guide__about">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Who wrote this guide, and from what</span>
        </summary>
        <div className="nhsuk-details__text">
          <p>
            {guide.writtenBy} To be looked at again by {dayInWords(guide.reviewBy)}.
          </p>
          <ul>
            {guide.sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </div>
      </details>
    </section>
  );
}

interface AskedProps {
  guide: Guide;
  question: Question;
  answer: string;
  onAnswer: GuidePanelProps['onAnswer'];
}

/** A question with its field. A number is only found fault with once its field has been left. */
function Asked({guide, question, answer, onAnswer}: AskedProps) {
  const [isLeft, setLeft] = useState(answer !== '');
  return (
    <QuestionField
      id={`guide-${guide.key}-${question.key}`}
      question={question}
      answer={answer}
      problem={isLeft ? answerProblem(question, answer) : null}
      onAnswer={(given) => onAnswer(question.key, given)}
      onLeave={() => setLeft(true)}
    />
  );
}
