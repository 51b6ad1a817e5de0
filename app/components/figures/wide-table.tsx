import type {FigureTable} from '../../domain/figures/shown-words.ts';

/** A table of figures. It may be wider than the page, and is then moved with the arrow keys. */
export function WideTable({title, table: {columns, rows}}: {title: string; table: FigureTable}) {
  return (
    // Whoever has no mouse must be able to reach what sticks out, so it takes the focus.
    <div className="figure__table" tabIndex={0} role="region" aria-label={`${title}, as a table`}>
      <table className="nhsuk-table">
        <caption className="nhsuk-u-visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {cells.map((cell, place) => (
                <td key={columns[place + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
