import {AddressLink} from './breakable.tsx';
import type {LinkView, PhoneView} from './contact-view.ts';

/** A number to press, and what it is for. */
export function Phone({phone}: {phone: PhoneView}) {
  return (
    <p className="contact-line">
      <a className="contact-line__link" href={phone.href}>
        {phone.words}
      </a>
      {phone.note && <span className="contact-line__note">{phone.note}</span>}
    </p>
  );
}

/** An e-mail address or a web address. */
export function ContactLink({link}: {link: LinkView}) {
  return (
    <p className="contact-line">
      <AddressLink className="contact-line__link" link={link} />
    </p>
  );
}
