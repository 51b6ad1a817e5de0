import type {TimelineEntry} from './caseload-view.ts';

/** Everything that happened, newest first. */
export function Timeline({entries}: {entries: TimelineEntry[]}) {
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
    </section>
  );
}
