import {KeyHint} from '../staff/key-hint.tsx';
import {useKeys} from '../staff/use-keys.ts';

/**
 * From every screen of the staff side: one press, or one key, to where a worry about somebody's safety is said; on a page that
 * is about nobody in particular, with whom it is about.
 */
export function RaiseConcern({of}: {of: string | null}) {
  return (
    <aside className="raise-concern" aria-label="Safeguarding">
      <ConcernLink of={of} />
    </aside>
  );
}

/**
 * The same on a screen that is turned to somebody: folded away at the foot of the page, so that nobody of the home reads of
 * a worry. The key works without it being opened.
 */
export function RaiseConcernQuietly({of}: {of: string}) {
  return (
    <details className="for-staff">
      <summary>For staff</summary>
      <ConcernLink of={of} />
    </details>
  );
}

/** On the card of somebody: quiet, and there. @param card the id of its heading, which says who */
export function ConcernOnCard({of, card}: {of: string; card: string}) {
  return (
    <a className="case-card__concern" href={`${of}/safeguarding`} aria-describedby={card}>
      Safeguarding
    </a>
  );
}

/** @param of the address of the case, or of the referral */
function ConcernLink({of}: {of: string | null}) {
  const href = of ? `${of}/safeguarding` : '/concern';
  useKeys({s: {says: 'Raise a safeguarding concern', run: () => window.location.assign(href)}});
  return (
    <a href={href} aria-keyshortcuts="s">
      Raise a safeguarding concern <KeyHint name="s" />
    </a>
  );
}
