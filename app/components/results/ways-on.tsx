interface WaysOnProps {
  title: string;
  ways: {words: string; found: string; href: string}[];
}

/** What to try when little was found. No dead ends: each says how much it would find. */
export function WaysOn({title, ways}: WaysOnProps) {
  if (ways.length === 0) return null;
  return (
    <section className="ways" aria-labelledby="ways-title">
      <h2 className="ways__title" id="ways-title">
        {title}
      </h2>
      <ul className="ways__list" role="list">
        {ways.map(({words, found, href}) => (
          <li key={href}>
            <a href={href}>{words}</a> <span className="ways__found">{found}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
