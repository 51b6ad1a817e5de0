import type {ReactNode} from 'react';
import {KeyHint} from '../staff/key-hint.tsx';

/**
 * The parts of a call in the order in which a conversation goes, each with the letter that leads to it: its first, where no
 * part before has it. The figures are kept for what is near (`use-call-keys.ts`).
 */
export const PARTS = {
  danger: {title: 'Danger', key: 'd'},
  caller: {title: 'Caller', key: 'c'},
  person: {title: 'Person', key: 'p'},
  story: {title: 'Story', key: 's'},
  strengths: {title: 'Strengths', key: 't'},
  near: {title: 'What is near', key: 'n'},
  guides: {title: 'Guides', key: 'g'},
  ending: {title: 'Ending', key: 'e'},
} as const;
export type PartName = keyof typeof PARTS;

interface PartProps {
  name: PartName;
  aside?: ReactNode;
  children: ReactNode;
}

/** One part. It can take the focus itself: Escape in a field leads there, so that the keys work again. */
export function Part({name, aside, children}: PartProps) {
  const {title, key} = PARTS[name];
  return (
    <section
      className={`call-part call-part--${name}`}
      id={`part-${name}`}
      aria-labelledby={`${name}-title`}
      tabIndex={-1}
    >
      <div className="call-part__head">
        <h2 className="call-part__title" id={`${name}-title`}>
          {title}
        </h2>
        {aside}
        <KeyHint name={key} />
      </div>
      {children}
    </section>
  );
}

/** Leads to a part: to its first field where it has one. */
export function goToPart(name: PartName): void {
  const part = document.getElementById(`part-${name}`);
  const first = part?.querySelector<HTMLElement>(
    'input:checked, input:not([type=hidden]):not(:disabled), select, textarea, button',
  );
  const target = first && first.getClientRects().length > 0 ? first : part;
  target?.focus({preventScroll: true});
  part?.scrollIntoView({block: 'nearest'});
}
