interface CommonNeedsProps {
  needs: {key: string; name: string}[];
  needsTitle: string;
  needsHint: string;
  allThings: string;
}

/** The needs people most often come with, in plain words, each a search of its own. */
export function CommonNeeds({needs, needsTitle, needsHint, allThings}: CommonNeedsProps) {
  return (
    <section className="needs" aria-labelledby="needs-title">
      <h2 id="needs-title">{needsTitle}</h2>
      <p className="needs__hint">{needsHint}</p>
      <ul className="needs__list" role="list">
        {needs.map(({key, name}) => (
          <li key={key}>
            <a className="needs__link" href={`/search?need=${key}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p className="needs__all">
        <a href="/search">{allThings}</a>
      </p>
    </section>
  );
}
