interface CareNoteProps {
  title: string;
  lines: {words: string; tel: string; number: string}[];
  /** Where those are who can help, when the list below is of something else. */
  help: {words: string; href: string} | null;
}

/** Whom to ring now, before the list: calm, and not to be missed. */
export function CareNote({title, lines, help}: CareNoteProps) {
  return (
    <section className="care-note" aria-labelledby="care-title">
      <h2 className="care-note__title" id="care-title">
        {title}
      </h2>
      <ul className="care-note__list">
        {lines.map(({words, tel, number}) => (
          <li key={tel}>
            {words} <a href={`tel:${tel}`}>{number}</a>
          </li>
        ))}
      </ul>
      {help && (
        <p className="care-note__help">
          <a href={help.href}>{help.words}</a>
        </p>
      )}
    </section>
  );
}
