import {useState, type ReactNode} from 'react';

interface DisclosureProps {
  className: string;
  summary: ReactNode;
  isOpenAtFirst: boolean;
  children: ReactNode;
}

/** A part that opens and closes. From then on it is the reader's: new results neither open nor close it. */
export function Disclosure({className, summary, isOpenAtFirst, children}: DisclosureProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <details className={className} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      {summary}
      {children}
    </details>
  );
}
