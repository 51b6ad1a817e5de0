import type {Format} from './find-records.ts';
import type {Finding} from './finding.ts';

interface ReportedFinding extends Finding {
  sourceId: string;
}

export interface ImportCounts {
  read: number;
  stored: number;
  unchanged: number;
  mended: number;
  rejected: number;
}

export interface ImportReport extends ImportCounts {
  feed: {key: string; name: string};
  source: string;
  format: Format;
  dryRun: boolean;
  /** Why not everything was read; null when it was. */
  incomplete: string | null;
  notices: string[];
  /** Ids that an earlier import had and this one, though complete, had not. */
  vanished: string[];
  retired: number;
  /** Places put on the map because their postcode is known by now. */
  placed: number;
  findings: ReportedFinding[];
  /** Findings beyond what is kept in memory. They are counted, and in the database. */
  findingsLeftOut: number;
  reasons: FindingGroup[];
  seconds: number;
}

/** What the same mistake did to any number of records. */
interface FindingGroup {
  outcome: Finding['outcome'];
  reason: string;
  count: number;
  /** The first of them: id, field, and what stood there. */
  shown: string[];
}

const MOST_KEPT = 50_000;
/** More lines than this about one mistake nobody reads on a screen; the report as JSON has them all. */
const MOST_SHOWN = 20;

/** Gathers findings and counts them by reason. */
export class FindingLog {
  readonly findings: ReportedFinding[] = [];
  leftOut = 0;
  readonly #reasons = new Map<string, FindingGroup>();

  add(sourceId: string, found: Finding[]) {
    for (const finding of found) {
      if (this.findings.length < MOST_KEPT) this.findings.push({sourceId, ...finding});
      else this.leftOut++;
      const key = `${finding.outcome} ${finding.reason}`;
      const group = this.#reasons.get(key) ?? {outcome: finding.outcome, reason: finding.reason, count: 0, shown: []};
      this.#reasons.set(key, group);
      group.count++;
      if (group.shown.length < MOST_SHOWN) {
        group.shown.push(`${sourceId}  ${finding.field}${finding.was ? `: ${finding.was}` : ''}`);
      }
    }
  }

  /** Rejections first, then the commonest. */
  get reasons() {
    return [...this.#reasons.values()].sort(
      (a, b) => Number(b.outcome === 'rejected') - Number(a.outcome === 'rejected') || b.count - a.count,
    );
  }
}

/** The report as a person reads it at the end of an import. */
export function printReport(report: ImportReport): string {
  const number = (value: number) => value.toLocaleString('en-GB').padStart(9);
  const lines = [
    `${report.dryRun ? 'Tried out (nothing was kept)' : 'Imported'}: ${report.feed.name} (${report.feed.key}), ${report.format}, in ${report.seconds.toFixed(1)} s`,
    `${number(report.read)}  read`,
    `${number(report.stored)}  stored${report.mended ? `, ${report.mended.toLocaleString('en-GB')} of them mended` : ''}`,
    `${number(report.unchanged)}  unchanged since last time`,
    `${number(report.rejected)}  rejected`,
  ];
  if (report.vanished.length > 0) {
    lines.push(
      `${number(report.vanished.length)}  no longer in the feed${report.retired ? `, ${report.retired} of them now inactive` : ' (--retire makes them inactive)'}`,
    );
    lines.push(`             ${report.vanished.slice(0, 5).join(', ')}${report.vanished.length > 5 ? ' …' : ''}`);
  }
  if (report.placed > 0) lines.push(`${number(report.placed)}  places put on the map by their postcode`);
  for (const outcome of ['rejected', 'mended'] as const) {
    const reasons = report.reasons.filter((group) => group.outcome === outcome);
    if (reasons.length === 0) continue;
    lines.push('', outcome === 'rejected' ? 'Why records were rejected' : 'What was mended');
    for (const {reason, count, shown} of reasons) {
      lines.push(`${number(count)}  ${reason}`, ...shown.map((line) => `             ${line}`));
      const more = count - shown.length;
      if (more > 0)
        lines.push(`             … and ${more.toLocaleString('en-GB')} more (--report <file> lists every one)`);
    }
  }
  if (report.notices.length > 0) lines.push('', ...report.notices);
  if (report.incomplete) lines.push('', `NOT COMPLETE: ${report.incomplete}`);
  return lines.join('\n');
}
