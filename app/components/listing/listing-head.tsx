import {useText} from '../../i18n/text-context.tsx';
import type {ListingView} from './listing-view.ts';
import {Prose} from './prose.tsx';

/**
 * The name, who runs it, what it is in a sentence, and what must be known before anything else. What whoever runs it wrote is
 * marked as English, whatever language the page speaks.
 */
export function ListingHead({view}: {view: ListingView}) {
  const {listing} = useText<'listing'>();
  return (
    <header className="listing__head">
      <h1 lang="en">{view.name}</h1>
      {view.by && (
        <p className="listing__by">
          {listing.by} <span lang="en">{view.by}</span>
        </p>
      )}
      {view.summary && (
        <p className="listing__summary" lang="en">
          {view.summary}
        </p>
      )}
      {(view.types.length > 0 || view.space) && (
        <ul className="listing__types" role="list">
          {view.space && (
            <li className={view.joining.isFull ? 'listing__space listing__space--full' : 'listing__space'}>
              {view.space}
            </li>
          )}
          {view.types.map((type) => (
            <li key={type} lang="en">
              {type}
            </li>
          ))}
        </ul>
      )}
      {view.alerts.map((alert, index) => (
        <div key={index} className="listing-alert" lang={alert.lang}>
          {alert.title && <p className="listing-alert__title">{alert.title}</p>}
          <Prose blocks={alert.blocks} />
        </div>
      ))}
    </header>
  );
}
