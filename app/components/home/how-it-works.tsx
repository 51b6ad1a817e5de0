import {useText} from '../../i18n/text-context.tsx';

/** Three short steps, for a first visit. */
export function HowItWorks() {
  const {home} = useText();
  return (
    <section className="how" aria-labelledby="how-title">
      <h2 id="how-title">{home.howTitle}</h2>
      <ol className="how__list" role="list">
        {home.how.map(({title, text}) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
