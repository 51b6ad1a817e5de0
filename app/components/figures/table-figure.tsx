/** Figures that are told as a table alone, each with the rule by which it was counted. */
import type {ReactNode} from 'react';
import type {FigureTable, TablePart} from '../../domain/figures/shown-words.ts';
import {WideTable} from './wide-table.tsx';

interface Told {
  id: string;
  title: string;
  /** The rule. */
  says: string;
  /** What is said where there is nothing to show. */
  children?: ReactNode;
}

export function TableFigure({id, title, table, says, children}: Told & {table: FigureTable}) {
  return (
    <section className="figure" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {table.rows.length > 0 ? <WideTable title={title} table={table} /> : children && <p>{children}</p>}
      <p>{says}</p>
    </section>
  );
}

/** The same where each thing that is counted has a table of its own: the first stands open, the others open one by one. */
export function PartedFigure({id, title, parts, says, children}: Told & {parts: TablePart[]}) {
  return (
    <section className="figure" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {parts.length === 0 && children && <p>{children}</p>}
      {parts.map(({about, table}, place) =>
        about === null ? (
          <WideTable key="all" title={title} table={table} />
        ) : (
          <details key={about} className="figure__more figure__part" open={place === 0}>
            <summary>{about}</summary>
            <WideTable title={`${title}: ${about}`} table={table} />
          </details>
        ),
      )}
      <p>{says}</p>
    </section>
  );
}
