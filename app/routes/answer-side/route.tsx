import {Outlet} from '@remix-run/react';

/**
 * No page of its own: what stands behind private links has in common that it needs no scripts, and sends none. Whoever has
 * such a link may have a poor telephone and little credit on it.
 */
export const handle = {door: 'answer', isWithoutScripts: true};

export const loader = () => null;

export default function AnswerSide() {
  return <Outlet />;
}
