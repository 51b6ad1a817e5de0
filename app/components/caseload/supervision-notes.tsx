export interface NoteView {
  id: string;
  day: string;
  isShared: boolean;
  /** The newest first. */
  versions: {number: number; words: string; written: string}[];
  /** Without a day: done. */
  actions: {
    id: string;
    what: string;
    who: string;
    due: {words: string; state: 'late' | 'today' | 'later'; day: string} | null;
  }[];
}

/** Talks of supervision, the newest first, each with how it read before and what was agreed. */
export function SupervisionNotes({notes, older, canEdit}: {notes: NoteView[]; older: number; canEdit: boolean}) {
  if (notes.length === 0)
    return (
      <p className="nothing-yet">
        {canEdit ? 'No talk is written down yet.' : 'Nothing is shared with you yet. What is shared stands here.'}
      </p>
    );
  return (
    <section aria-labelledby="talks">
      <h2 id="talks">Talks</h2>
      {notes.map(({id, day, isShared, versions, actions}) => (
        <article key={id} className="talk" aria-labelledby={`talk-${id}`}>
          <h3 id={`talk-${id}`} className="talk__day">
            {day}{' '}
            {canEdit && (
              <span className={`talk__whose talk__whose--${isShared ? 'shared' : 'own'}`}>
                {isShared ? 'Shared with them' : 'Only you'}
              </span>
            )}
          </h3>
          <p className="talk__words">{versions[0]?.words}</p>
          <p className="talk__by">
            {versions[0]?.written}
            {canEdit && (
              <>
                {' · '}
                <a href={`?note=${id}#heldOn`}>
                  Write it again<span className="nhsuk-u-visually-hidden">: {day}</span>
                </a>
              </>
            )}
          </p>
          {actions.length > 0 && (
            <ul className="day-lines" role="list">
              {actions.map(({id: key, what, who, due}) => (
                <li key={key}>
                  <span>
                    {what} ({who})
                  </span>
                  {due ? (
                    <span className={`due due--${due.state}`} title={due.day}>
                      {due.words}
                    </span>
                  ) : (
                    <span className="due due--later">Done</span>
                  )}
                </li>
              ))}
            </ul>
          )}
          {versions.length > 1 && (
            <details className="talk__before">
              <summary>How it read before</summary>
              {versions.slice(1).map(({number, words, written}) => (
                <div key={number}>
                  <p className="talk__words">{words}</p>
                  <p className="talk__by">{written}</p>
                </div>
              ))}
            </details>
          )}
        </article>
      ))}
      {older > 0 && <p>{older === 1 ? 'One older talk is' : `${older} older talks are`} kept and not shown here.</p>}
    </section>
  );
}
