import {useText} from '../../i18n/text-context.tsx';
import {AskAPerson} from '../results/ask-a-person.tsx';
import {SearchBox} from '../search/search-box.tsx';

/** In place of a listing that has stopped (with its name) or never was: a search, and a person. */
export function GonePage({name}: {name: string | null}) {
  const {listing} = useText<'listing'>();
  return (
    <div className="page__inner">
      <div className="gone">
        <h1>{name ? listing.goneTitle : listing.missingTitle}</h1>
        <p>{name ? listing.gone(name) : listing.missing}</p>
        <section aria-labelledby="again-title">
          <h2 id="again-title">{listing.lookAgain}</h2>
          <form role="search" action="/search" method="get">
            <SearchBox />
          </form>
        </section>
        <AskAPerson />
      </div>
    </div>
  );
}
