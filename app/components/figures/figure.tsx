import type {ReactNode} from 'react';
import {FIGURE_QUERIES} from '../../domain/figures/figure-queries.ts';
import {FIGURE_RULES} from '../../domain/figures/figure-rules.ts';
import type {FigureName} from '../../domain/figures/figure-tables.ts';
import type {FigureTable} from '../../domain/figures/shown-words.ts';
import {WideTable} from './wide-table.tsx';

/** One figure: its chart, its table, the rule that made it, and the way to take it away. */
export function Figure({
  name,
  table,
  exportHref,
  isTableOpen = false,
  children,
}: {
  name: FigureName;
  table: FigureTable;
  exportHref: string;
  isTableOpen?: boolean;
  children?: ReactNode;
}) {
  const {title, rule, query, counting} = FIGURE_RULES[name];
  const isEmpty = table.rows.length === 0;
  return (
    <section className="figure" aria-labelledby={`figure-${name}`}>
      <h2 id={`figure-${name}`}>{title}</h2>
      {isEmpty && <p>There is nothing to count here yet.</p>}
      {!isEmpty && children && (
        // On a small screen the chart may be wider than the page too.
        <div className="figure__chart" tabIndex={0} role="region" aria-label={`${title}, as a chart`}>
          {children}
        </div>
      )}
      {!isEmpty && (
        <details className="figure__more figure__more--table" open={isTableOpen}>
          <summary>As a table</summary>
          <WideTable title={title} table={table} />
        </details>
      )}
      <details className="figure__more">
        <summary>How this is worked out</summary>
        <p>{rule}</p>
        <p className="figure__query-from">
          This is the query itself. Its rows are counted by <a href={`#counting-${counting}`}>{counting}</a>.
        </p>
        {/* A query may be wider than the screen, and is then moved by the keyboard too. */}
        <pre className="figure__query" tabIndex={0} role="region" aria-label={`The query of: ${title}`}>
          {FIGURE_QUERIES[query].trim()}
        </pre>
      </details>
      {!isEmpty && (
        <p className="figure__export">
          <a href={exportHref}>Take this away as a file for a spreadsheet</a>
        </p>
      )}
    </section>
  );
}
