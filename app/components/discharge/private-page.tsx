import {Button, TextInput} from 'nhsuk-react-components';
import type {Sheet} from '../../domain/discharge/summary-view.ts';
import {PrintButton} from '../listing/print-button.tsx';
import {FormProblems} from '../staff/form-problems.tsx';
import {SummarySheet} from './summary-sheet.tsx';

interface PrivatePageProps {
  isOver: boolean;
  isLarge: boolean;
  sheet: Sheet | null;
  says: string;
  problem: string | undefined;
}

/** A private page: gone, waiting for its code, or open. Nothing of it is said before the code was given. */
export function PrivatePage({isOver, isLarge, sheet, says, problem}: PrivatePageProps) {
  if (isOver) {
    return (
      <div className="reading">
        <h1>This page is not here any more</h1>
        <p>
          A private page is only here for a few days, and whoever sent it can take it away. That is how it should be:
          nothing is wrong.
        </p>
        <p>If you still need what was on it, ask whoever sent you the link. They can send a new one.</p>
      </div>
    );
  }
  if (!sheet) {
    return (
      <div className="reading">
        <FormProblems problems={problem ? {code: problem} : undefined} />
        <h1>A private page</h1>
        <p className="reading__lede">Type the code that you were told. It has six figures.</p>
        <form method="post" noValidate>
          <TextInput
            id="code"
            name="code"
            label="Code"
            width="10"
            inputMode="numeric"
            autoComplete="one-time-code"
            error={problem}
          />
          <Button type="submit">Open the page</Button>
        </form>
        <p>You have no code, or it does not work? Ask whoever sent you the link. After five wrong codes it ends.</p>
      </div>
    );
  }
  return (
    <div className="page__inner summary-page">
      <h1>A private page</h1>
      <p className="summary-page__says">{says} Do not pass on the link: print the page, or ask for it to be sent.</p>
      <div className="summary-page__buttons">
        <PrintButton label="Print" without="Print this page with your browser." />
        <a href={isLarge ? '?' : '?size=large'}>{isLarge ? 'Usual print, one page' : 'Large print'}</a>
      </div>
      <SummarySheet {...sheet} isLarge={isLarge} />
    </div>
  );
}
