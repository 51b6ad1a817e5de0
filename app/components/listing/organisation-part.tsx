import {useText} from '../../i18n/text-context.tsx';
import type {ListingView} from './listing-view.ts';
import {AddressLink} from './breakable.tsx';
import {Prose} from './prose.tsx';
import {Section} from './section.tsx';

/** More about who runs it, who pays, and what else it may help with. */
export function OrganisationPart({view}: {view: ListingView}) {
  const {listing} = useText<'listing'>();
  const {organisation, funding, accreditations, needs} = view;
  return (
    <>
      {needs.length > 0 && (
        <Section id="needs" title={listing.helpsWith}>
          <ul className="need-links" role="list">
            {needs.map(({href, words}) => (
              <li key={href}>
                <a href={href}>{words}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {organisation && (
        <Section id="organisation" title={organisation.title}>
          <div lang="en">
            <Prose blocks={organisation.about} />
          </div>
          {[organisation.website, organisation.email].map(
            (link) =>
              link && (
                <p key={link.href}>
                  <AddressLink link={link} />
                </p>
              ),
          )}
          {organisation.numbers.map((number) => (
            <p key={number}>{number}</p>
          ))}
        </Section>
      )}
      {accreditations.length > 0 && (
        <Section id="accreditations" title={listing.accreditations}>
          <div lang="en">
            <Prose blocks={accreditations} />
          </div>
        </Section>
      )}
      {funding.length > 0 && (
        <Section id="funding" title={listing.funding}>
          <p lang="en">{funding.join(', ')}</p>
        </Section>
      )}
    </>
  );
}
