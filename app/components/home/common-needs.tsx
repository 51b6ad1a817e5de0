import {useText} from '../../i18n/text-context.tsx';

/** The needs people most often come with, in plain words, each a search of its own. */
export function CommonNeeds({needs}: {needs: {key: string; name: string}[]}) {
  const {home} = useText();
  return (
    <section className="needs" aria-labelledby="needs-title">
      <h2 id="needs-title">{home.needsTitle}</h2>
      <p className="needs__hint">{home.needsHint}</p>
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
        <a href="/search">{home.allThings}</a>
      </p>
    </section>
  );
}
