/** The way out of every list: a person. */
export function AskAPerson({title, words, link}: Record<'title' | 'words' | 'link', string>) {
  return (
    <section className="ask" aria-labelledby="ask-title">
      <h2 className="ask__title" id="ask-title">
        {title}
      </h2>
      <p>{words}</p>
      <a className="button button--quiet" href="/talk">
        {link}
      </a>
    </section>
  );
}
