import type {ReactNode} from 'react';
import {useText} from '../../i18n/text-context.tsx';
import {ContactLink, Phone} from './contact-links.tsx';
import type {ContactView} from './contact-view.ts';

/** How to reach them, with the number large enough to press. */
export function ContactCard({contact}: {contact: ContactView}) {
  const {listing} = useText<'listing'>();
  const {phones, emails, websites, people} = contact;
  const isEmpty = phones.length + emails.length + websites.length + people.length === 0;
  return (
    <section className="panel panel--contact" aria-labelledby="contact-title">
      <h2 className="panel__title" id="contact-title">
        {listing.contact}
      </h2>
      {isEmpty && (
        <>
          <p>{listing.noContact}</p>
          <p>
            <a href="/talk">{listing.talk}</a>
          </p>
        </>
      )}
      {phones.length > 0 && (
        <Way name={listing.phone}>
          {phones.map((phone) => (
            <Phone key={phone.href} phone={phone} />
          ))}
        </Way>
      )}
      {emails.length > 0 && (
        <Way name={listing.email}>
          {emails.map((email) => (
            <ContactLink key={email.href} link={email} />
          ))}
        </Way>
      )}
      {websites.length > 0 && (
        <Way name={listing.website}>
          {websites.map((website) => (
            <ContactLink key={website.href} link={website} />
          ))}
        </Way>
      )}
      {people.length > 0 && (
        <Way name={listing.person}>
          {people.map((person) => (
            <div key={`${person.words} ${person.email?.words}`} className="contact-person">
              {person.words && (
                <p className="contact-line" lang="en">
                  {person.words}
                </p>
              )}
              {person.phones.map((phone) => (
                <Phone key={phone.href} phone={phone} />
              ))}
              {person.email && <ContactLink link={person.email} />}
            </div>
          ))}
        </Way>
      )}
    </section>
  );
}

function Way({name, children}: {name: string; children: ReactNode}) {
  return (
    <div className="contact-way">
      <h3 className="contact-way__name">{name}</h3>
      {children}
    </div>
  );
}
