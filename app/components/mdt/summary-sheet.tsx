import {SUMMARY_KEYS, SUMMARY_PARTS, type Summary} from '../../domain/mdt/summary.ts';

export interface SheetView {
  summary: Summary;
  isNew: boolean;
  from: string;
  basis: string;
  flags: string[];
}

/** Stands on every paper of a meeting. */
export const SECRET =
  'Confidential. For those who were asked to this meeting, and for nobody else. Keep it locked, and shred it.';

/** The one page about somebody, on the screen and on paper, where it says that it is nobody else's. */
export function SummarySheet({sheet, level: Name = 'h2'}: {sheet: SheetView; level?: 'h2' | 'h3'}) {
  const {summary, flags, from, basis} = sheet;
  return (
    <div className="mdt-sheet">
      <p className="mdt-secret mdt-secret--on-paper">{SECRET}</p>
      <p className="mdt-sheet__from">
        {from}. {basis}
      </p>
      {flags.length > 0 && (
        <ul className="mdt-flags" role="list" aria-label="Risk flags">
          {flags.map((flag) => (
            <li key={flag}>{flag}</li>
          ))}
        </ul>
      )}
      {SUMMARY_KEYS.filter((key) => summary[key]).map((key) => (
        <div key={key} className={key === 'asks' ? 'mdt-sheet__part mdt-sheet__part--asks' : 'mdt-sheet__part'}>
          <Name>{key === 'asks' ? SUMMARY_PARTS.asks.title : SUMMARY_PARTS[key].label}</Name>
          <p className="keeps-lines breaks-anywhere">{summary[key]}</p>
        </div>
      ))}
    </div>
  );
}
