import {Fragment} from 'react';

/** An e-mail or web address, which in a narrow place is broken where it has joints: before an @ or a dot, after a slash. */
export function Breakable({address}: {address: string}) {
  return address.split(/(?<=\/)(?!\/)|(?=[@.])/).map((part, place) => (
    <Fragment key={place}>
      <wbr />
      {part}
    </Fragment>
  ));
}

/** A link whose words are an address that somebody else wrote. */
export function AddressLink({link, className}: {link: {href: string; words: string}; className?: string}) {
  return (
    <a className={className} href={link.href} rel="nofollow noreferrer">
      <Breakable address={link.words} />
    </a>
  );
}
