import type {Summary} from '../../domain/discharge/summary-view.ts';

interface SummarySheetProps {
  summary: Summary;
  person: {name: string; born: string; reference: string; nhsNumber: string | null};
  /** When and for which call it was made, and by which organisation. */
  made: string;
  isLarge: boolean;
}

/**
 * The page that goes with somebody, for print: one side of A4, or in large print as many as it takes. It is English, whatever
 * language the page round it speaks.
 */
export function SummarySheet({summary, person, made, isLarge}: SummarySheetProps) {
  return (
    <article
      lang="en"
      className={`summary-sheet ${isLarge ? 'summary-sheet--large' : ''}`}
      aria-labelledby="sheet-name"
    >
      <header className="summary-sheet__head">
        <h2 id="sheet-name">{person.name}</h2>
        <p>
          {[person.born, person.nhsNumber && `NHS number ${person.nhsNumber}`, person.reference]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      <div className="summary-sheet__boxes">
        {summary.boxes.map(({title, lines, isAlert}) => (
          <section key={title} className={`summary-sheet__box ${isAlert ? 'summary-sheet__box--alert' : ''}`}>
            <h3>{title}</h3>
            <ul>
              {lines.map((line, place) => (
                <li key={place}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <footer className="summary-sheet__foot">
        {made} Private: give it only to those who help this person, and only as they agreed.
        {summary.isShortened && ' Some of it was shortened to fit; the whole stands in the record.'}
      </footer>
    </article>
  );
}
