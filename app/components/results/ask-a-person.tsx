import {useText} from '../../i18n/text-context.tsx';

/** The way out of every list: a person. */
export function AskAPerson() {
  const {search} = useText();
  return (
    <section className="ask" aria-labelledby="ask-title">
      <h2 className="ask__title" id="ask-title">
        {search.askTitle}
      </h2>
      <p>{search.ask}</p>
      <a className="button button--quiet" href="/talk">
        {search.askLink}
      </a>
    </section>
  );
}
