import {isRouteErrorResponse, useRouteError} from '@remix-run/react';
import {GonePage} from '../../components/listing/gone-page.tsx';
import type {ListingMissing} from './find-listing.server.ts';

/** Says that a listing has stopped or never was, and offers a search. Anything else is for the site's own error page. */
export function ListingProblem() {
  const error = useRouteError();
  const missing = missingFrom(error);
  if (!missing) throw error;
  return <GonePage {...missing} />;
}

/** What the tab is called then. */
export function titleOfProblem(error: unknown): {title: string} | undefined {
  return missingFrom(error) ?? undefined;
}

function missingFrom(error: unknown): ListingMissing | null {
  const isMissing = isRouteErrorResponse(error) && (error.status === 404 || error.status === 410);
  return isMissing && error.data ? (error.data as ListingMissing) : null;
}
