import type {FigureCounts} from './read-figures.server.ts';
import {lineFigures, type LineCounts} from './service-level.ts';
import {asCount, asShare, WEEKDAYS, type FigureTable} from './shown-words.ts';
import {showCount, type SmallNumbers} from './suppress.ts';

/** How well the line was answered on each day of the week, and in the month. */
export function answeredTable(lines: FigureCounts['lines'], rules: SmallNumbers): FigureTable {
  const sum = (name: keyof LineCounts) => lines.reduce((all, line) => all + line[name], 0);
  const month: LineCounts = {
    offered: sum('offered'),
    answered: sum('answered'),
    answeredInTime: sum('answeredInTime'),
    abandoned: sum('abandoned'),
    abandonedShort: sum('abandonedShort'),
  };
  const row = (name: string, counts: LineCounts) => {
    const {cells, serviceLevel, abandonment} = shownLine(counts, rules);
    return [
      name,
      asCount(showCount(counts.offered, rules)),
      ...cells.map(asCount),
      serviceLevel === 'hidden' ? 'hidden' : asShare(serviceLevel),
      abandonment === 'hidden' ? 'hidden' : asShare(abandonment),
    ];
  };
  return {
    columns: [
      'When',
      'Offered',
      'Answered in time',
      'Answered',
      'Given up',
      'Of these, at once',
      'Service level',
      'Abandonment',
    ],
    rows:
      lines.length === 0
        ? []
        : [...lines.map((line) => row(WEEKDAYS[line.weekday]!, line)), row('The whole month', month)],
  };
}

/** The service level of each day of the week: 0 to 1, or null where no call counts. */
export const answeredBars = (lines: FigureCounts['lines'], rules: SmallNumbers) =>
  lines.map((line) => ({name: WEEKDAYS[line.weekday]!, count: shownLine(line, rules).serviceLevel}));

/** Neither share is told where one of the counts behind them is hidden. */
function shownLine(counts: LineCounts, rules: SmallNumbers) {
  const cells = [counts.answeredInTime, counts.answered, counts.abandoned, counts.abandonedShort].map((count) =>
    showCount(count, rules),
  );
  const {serviceLevel, abandonment} = lineFigures(counts);
  const isHidden = cells.includes('hidden');
  return {
    cells,
    serviceLevel: isHidden ? ('hidden' as const) : serviceLevel,
    abandonment: isHidden ? ('hidden' as const) : abandonment,
  };
}
