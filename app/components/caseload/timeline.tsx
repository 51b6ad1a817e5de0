import type {TimelineEntry} from './caseload-view.ts';

/** Everything that happened, newest first. */
export function Timeline({
  entries,
  pages,
}: {
  entries: TimelineEntry[];
  /** Of a long one: where its other pages are. */
  pages?: {newest: string | null; newer: string | null; older: string | null};
}) {
  return (
    <section className="timeline" aria-labelledby="timeline">
      <h2 id="timeline">So far</h2>
      {entries.length === 0 && <p>Nothing is written down yet.</p>}
      <ol role="list">
        {entries.map(({id, kind, what, at, words}) => (
          <li key={id} className={`timeline__entry timeline__entry--${kind}`}>
            <p className="timeline__what">
              <strong>{what}</strong> <span className="timeline__at">{at}</span>
            </p>
            {words && <p className="timeline__words">{words}</p>}
          </li>
        ))}
      </ol>
      {pages && (pages.newer ?? pages.older) && (
        <nav className="day-links" aria-label="Pages of what happened">
          {pages.newest && <a href={pages.newest}>Newest</a>}
          {pages.newer && <a href={pages.newer}>Newer</a>}
          {pages.older && <a href={pages.older}>Older</a>}
        </nav>
      )}
    </section>
  );
}
