interface CareNoteProps {
  title: string;
  lines: {words: string; tel: string; number: string}[];
}

/** Whom to ring now, before the list: calm, and not to be missed. */
export function CareNote({title, lines}: CareNoteProps) {
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
    </section>
  );
}
