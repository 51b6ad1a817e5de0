import type {Prose} from '../../i18n/en-server/pages.ts';

/** A page that is only read, such as what the site is and who keeps it. */
export function ProsePage({title, lede, sections}: Prose) {
  return (
    <div className="reading">
      <h1>{title}</h1>
      <p className="reading__lede">{lede}</p>
      {sections.map(({heading, paragraphs, points = []}) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {points.length > 0 && (
            <ul>
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
