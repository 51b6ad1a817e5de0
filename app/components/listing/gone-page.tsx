import {AskAPerson} from '../results/ask-a-person.tsx';
import {SearchBox} from '../search/search-box.tsx';

interface GonePageProps {
  title: string;
  says: string;
  lookAgain: string;
  ask: Record<'title' | 'words' | 'link', string>;
}

/** In place of a listing that has stopped or never was: a search, and a person. */
export function GonePage({title, says, lookAgain, ask}: GonePageProps) {
  return (
    <div className="page__inner">
      <div className="gone">
        <h1>{title}</h1>
        <p>{says}</p>
        <section aria-labelledby="again-title">
          <h2 id="again-title">{lookAgain}</h2>
          <form role="search" action="/search" method="get">
            <SearchBox />
          </form>
        </section>
        <AskAPerson {...ask} />
      </div>
    </div>
  );
}
