/** Three short steps, for a first visit. */
export function HowItWorks({howTitle, how}: {howTitle: string; how: {title: string; text: string}[]}) {
  return (
    <section className="how" aria-labelledby="how-title">
      <h2 id="how-title">{howTitle}</h2>
      <ol className="how__list" role="list">
        {how.map(({title, text}) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
