import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {Breakable} from '../../components/listing/breakable.tsx';
import {localeOf} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';

export const handle = {door: 'directory'};

export function loader({request, context}: LoaderFunctionArgs) {
  return {
    ...textFor(localeOf(request)).pages.talk,
    ...context.config.teamContact,
    canonical: `${siteAddress(context.config, request)}/talk`,
  };
}

export const meta = pageMeta;

/** A person to talk to, for whoever would rather not search. */
export default function Talk() {
  const talk = useLoaderData<typeof loader>();
  return (
    <div className="reading">
      <h1>{talk.title}</h1>
      <p className="reading__lede">{talk.lede}</p>
      <div className="contacts">
        <section className="contacts__one">
          <h2>{talk.phoneTitle}</h2>
          <p className="contacts__way">
            <a href={`tel:${talk.phone.replaceAll(' ', '')}`}>{talk.phone}</a>
          </p>
          <p>{talk.hours}</p>
          <p>{talk.deaf}</p>
        </section>
        <section className="contacts__one">
          <h2>{talk.emailTitle}</h2>
          <p className="contacts__way">
            <a href={`mailto:${talk.email}`}>
              <Breakable address={talk.email} />
            </a>
          </p>
          <p>{talk.emailAdvice}</p>
        </section>
      </div>
      <section>
        <h2>{talk.expectTitle}</h2>
        <ul>
          {talk.expect.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{talk.walkTitle}</h2>
        <p>{talk.walk}</p>
        <p>
          <a href="/refer">{talk.walkLink}</a>
        </p>
      </section>
      <section>
        <h2>{talk.urgentTitle}</h2>
        <div className="nhsuk-inset-text">
          <ul className="urgent-lines" role="list">
            {talk.urgent.map(({number, tel, words}) => (
              <li key={number}>
                <strong>{tel ? <a href={`tel:${tel}`}>{number}</a> : number}</strong> {words}
              </li>
            ))}
          </ul>
        </div>
      </section>
    </div>
  );
}
