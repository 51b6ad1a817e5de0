/** How the counts behind the figures are made, word for word as the database does it: nothing here is a copy. */
export function Counting({functions}: {functions: {name: string; words: string}[]}) {
  return (
    <section className="figure figure--counting" aria-labelledby="counting">
      <h2 id="counting">How it is counted</h2>
      <p>
        Whatever changes a call leaves a note, and within 15 seconds the days it touches are counted again from the
        calls themselves. These are the functions of the database that do it, as they stand in it now.
      </p>
      {functions.map(({name, words}) => (
        <details key={name} className="figure__more">
          <summary>{name}</summary>
          {/* Wider than a screen, and then moved by the keyboard too. */}
          <pre id={`counting-${name}`} className="figure__query" tabIndex={0} role="region" aria-label={name}>
            {words}
          </pre>
        </details>
      ))}
    </section>
  );
}
