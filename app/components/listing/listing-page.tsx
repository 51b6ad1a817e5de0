import {useText} from '../../i18n/text-context.tsx';
import type {PlaceMapView} from '../map/place-map-view.ts';
import type {CardView} from '../results/card-view.ts';
import {useShortlist} from '../shortlist/use-shortlist.ts';
import {AccessPart} from './access-part.tsx';
import {ContactCard} from './contact-card.tsx';
import {KeepCard} from './keep-card.tsx';
import {ListingHead} from './listing-head.tsx';
import type {ListingView} from './listing-view.ts';
import type {QrSquares} from './qr-code.tsx';
import {OrganisationPart} from './organisation-part.tsx';
import {Prose} from './prose.tsx';
import {RelatedListings} from './related-listings.tsx';
import {Facts, Section} from './section.tsx';
import {WhenPart} from './when-part.tsx';
import {WherePart} from './where-part.tsx';

interface ListingPageProps {
  view: ListingView;
  /** Of its own address. */
  qr: QrSquares;
  related: {nearby: CardView[]; similar: CardView[]};
  placeMap: PlaceMapView | null;
  backHref: string | null;
}

/** One group, service or place: what it is, when, where, what it costs, for whom, and how to join. */
export function ListingPage({view, qr, related, placeMap, backHref}: ListingPageProps) {
  const {listing} = useText<'listing'>();
  const shortlist = useShortlist();
  return (
    <div className="page__inner listing" onSubmit={shortlist.change}>
      {backHref && (
        <p className="back">
          <a href={backHref}>{listing.backToResults}</a>
        </p>
      )}
      <ListingHead view={view} />
      <div className="listing__columns">
        {view.about.length > 0 && (
          <div className="listing__about">
            <Section id="about" title={listing.about}>
              <div lang="en">
                <Prose blocks={view.about} />
              </div>
            </Section>
          </div>
        )}
        <div className="listing__beside">
          <ContactCard contact={view.contact} />
          <KeepCard view={view} qr={qr} isListed={shortlist.numbers.has(view.number)} />
        </div>
        <div className="listing__facts">
          <WhenPart when={view.when} calendarHref={`${view.path}/calendar.ics`} />
          <WherePart where={view.where} map={placeMap} />
          <Section id="cost" title={listing.cost}>
            <Facts lines={view.cost} />
          </Section>
          {view.who.length > 0 && (
            <Section id="who" title={listing.who}>
              <Facts lines={view.who} />
            </Section>
          )}
          <Section id="joining" title={listing.joining}>
            <div lang="en">
              <Prose blocks={view.joining.how} />
            </div>
            {view.joining.lines.length > 0 && <Facts lines={view.joining.lines} />}
            <p>
              <a href={view.joining.ask.href} rel="nofollow">
                {view.joining.ask.words}
              </a>
            </p>
          </Section>
          <AccessPart own={view.access} places={view.where.places} />
          {view.languages.length > 0 && (
            <Section id="languages" title={listing.languages}>
              <p>{view.languages.join(', ')}</p>
            </Section>
          )}
          <OrganisationPart view={view} />
          <Section id="checked" title={listing.checked}>
            <p>{view.checked}</p>
            {view.source.map((words) => (
              <p key={words}>{words}</p>
            ))}
            <p className="listing__report">
              <a href={`${view.path}/report`} rel="nofollow">
                {listing.wrong}
              </a>
            </p>
          </Section>
        </div>
      </div>
      <RelatedListings {...related} listed={shortlist.numbers} />
    </div>
  );
}
