import type {ReactNode} from 'react';

/** One part of the page with its heading. */
export function Section({id, title, children}: {id: string; title: string; children: ReactNode}) {
  return (
    <section className={`listing-part listing-part--${id}`} aria-labelledby={`${id}-title`}>
      <h2 className="listing-part__title" id={`${id}-title`}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Short facts, one to a line; a single one is a paragraph. */
export function Facts({lines}: {lines: string[]}) {
  if (lines.length === 1) return <p>{lines[0]}</p>;
  if (lines.length === 0) return null;
  return (
    <ul className="listing-facts" role="list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
