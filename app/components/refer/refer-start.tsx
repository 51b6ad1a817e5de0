interface ReferStartProps {
  canGoOn: boolean;
  service: {slug: string; says: string} | null;
  words: {
    title: string;
    lede: string;
    points: string[];
    start: string;
    goOn: string;
    professional: string;
    professionalLede: string;
    ownLink: string;
    urgent: string;
  };
}

/** What a link worker is, and two ways on: for oneself or somebody known, and for professionals. */
export function ReferStart({canGoOn, service, words}: ReferStartProps) {
  return (
    <div className="reading refer">
      <h1>{words.title}</h1>
      <p className="reading__lede">{words.lede}</p>
      {service && <p className="refer__service">{service.says}</p>}
      <ul>
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <div className="refer__begin">
        {canGoOn && (
          <a className="button" href="/refer/form">
            {words.goOn}
          </a>
        )}
        <form method="post" action="/refer">
          {service && <input type="hidden" name="service" value={service.slug} />}
          <button className={canGoOn ? 'button button--quiet' : 'button'} type="submit">
            {words.start}
          </button>
        </form>
      </div>
      <p className="refer__urgent">{words.urgent}</p>
      <p>
        <a href="/refer/professional">{words.professional}</a>. {words.professionalLede}{' '}
        <a href="/refer/link">{words.ownLink}</a>.
      </p>
    </div>
  );
}
