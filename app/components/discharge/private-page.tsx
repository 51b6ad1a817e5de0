import type {Sheet} from '../../domain/discharge/summary-view.ts';
import type {ServerText} from '../../i18n/en-server.ts';
import {FormErrors} from '../shell/form-errors.tsx';
import {SummarySheet} from './summary-sheet.tsx';

type OwnLinks = ServerText['ownLinks'];

interface PrivatePageProps {
  isLarge: boolean;
  /** What is on it, once its code was given. */
  opened: {sheet: Sheet; partnerName: string; until: string} | null;
  words: Omit<OwnLinks['summary'], 'wrong' | 'tooMany'> & Pick<OwnLinks, 'errorTitle' | 'error' | 'toPrint'>;
  problem: string | undefined;
}

/** A private page, waiting for its code or open. Nothing of it is said before the code was given. */
export function PrivatePage({isLarge, opened, words, problem}: PrivatePageProps) {
  if (!opened) return <CodeForm words={words} problem={problem} />;
  const {sheet, partnerName, until} = opened;
  return (
    <div className="page__inner summary-page">
      <h1>{words.title}</h1>
      <p className="summary-page__says">
        {words.from.before}
        <span lang="en">{partnerName}</span>
        {words.from.between}
        {until}
        {words.from.after} {words.passOn}
      </p>
      {words.inEnglish && <p className="summary-page__says">{words.inEnglish}</p>}
      <div className="summary-page__buttons">
        <a href={isLarge ? '?' : '?size=large'}>{isLarge ? words.prints.usual : words.prints.large}</a>
      </div>
      <SummarySheet {...sheet} isLarge={isLarge} />
      <p className="summary-page__to-print">{words.toPrint}</p>
    </div>
  );
}

function CodeForm({words, problem}: Pick<PrivatePageProps, 'words' | 'problem'>) {
  return (
    <div className="answer-page">
      <FormErrors problems={{code: problem}} title={words.errorTitle} />
      <h1>{words.title}</h1>
      <p>{words.typeCode}</p>
      <form method="post" noValidate>
        <div className={problem ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
          <label className="nhsuk-label nhsuk-label--s" htmlFor="code">
            {words.code}
          </label>
          {problem && (
            <span className="nhsuk-error-message" id="code-error">
              <span className="nhsuk-u-visually-hidden">{words.error}:</span> {problem}
            </span>
          )}
          <input
            className="nhsuk-input nhsuk-input--width-10"
            id="code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            aria-describedby={problem && 'code-error'}
            aria-invalid={problem ? true : undefined}
          />
        </div>
        <button className="button" type="submit">
          {words.open}
        </button>
      </form>
      <p className="answer-page__note">{words.noCode}</p>
    </div>
  );
}
