import {KeyHint} from '../staff/key-hint.tsx';
import {useKeys} from '../staff/use-keys.ts';

/** From every screen of a case: one press, or one key, to where a worry about somebody's safety is said. */
export function RaiseConcern({caseId}: {caseId: string}) {
  const href = `/caseload/cases/${caseId}/safeguarding`;
  useKeys({s: {says: 'Raise a safeguarding concern', run: () => window.location.assign(href)}});
  return (
    <aside className="raise-concern" aria-label="Safeguarding">
      <a href={href} aria-keyshortcuts="s">
        Raise a safeguarding concern <KeyHint name="s" />
      </a>
    </aside>
  );
}
