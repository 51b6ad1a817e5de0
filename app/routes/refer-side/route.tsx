import {Outlet} from '@remix-run/react';
import styles from '../../components/refer/refer.scss?url';

/** No page of its own: what the pages that ask for a link worker have in common. */
export const handle = {door: 'refer'};

export const loader = () => null;

export const links = () => [{rel: 'stylesheet', href: styles}];

export default function ReferSide() {
  return <Outlet />;
}
