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
    const cells = [counts.answeredInTime, counts.answered, counts.abandoned, counts.abandonedShort];
    const shown = cells.map((count) => showCount(count, rules));
    const {serviceLevel, abandonment} = lineFigures(counts);
    const isHidden = shown.includes('hidden');
    return [
      name,
      asCount(showCount(counts.offered, rules)),
      ...shown.map(asCount),
      isHidden ? 'hidden' : asShare(serviceLevel),
      isHidden ? 'hidden' : asShare(abandonment),
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
