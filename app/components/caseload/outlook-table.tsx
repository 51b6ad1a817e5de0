import {WideTable} from '../figures/wide-table.tsx';

export interface OutlookView {
  columns: {title: string; outlook: {openEach: string; open: string; waiting: string; wait: string}}[];
  /** What the team has room for, now and if. */
  facts: string[];
}

const ROWS = {
  openEach: 'Open cases for each worker',
  open: 'Open cases',
  waiting: 'People who wait',
  wait: 'Wait for somebody who asks then',
} as const;

/** How things are, how they go on, and how they would be. */
export function OutlookTable({columns, facts}: OutlookView) {
  const rows = Object.entries(ROWS).map(([key, name]) => [
    name,
    ...columns.map(({outlook}) => outlook[key as keyof typeof ROWS]),
  ]);
  return (
    <section aria-labelledby="outlook">
      <h2 id="outlook">What comes of it</h2>
      <ul>
        {facts.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <div className="figure">
        <WideTable title="What comes of it" table={{columns: ['What', ...columns.map(({title}) => title)], rows}} />
      </div>
    </section>
  );
}
