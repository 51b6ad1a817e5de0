/** Every address that is no page. */
import type {ClientLoaderFunctionArgs} from '@remix-run/react';

export const handle = {door: 'directory'};
export function loader(): never {
  throw new Response(null, {status: 404});
}

/** Public pages are not told of the staff side, so what a page in the browser takes for missing, the server is asked for. */
export function clientLoader({request}: ClientLoaderFunctionArgs): Promise<never> {
  window.location.assign(request.url);
  return new Promise(() => {});
}

export default function NotFound() {
  return null;
}
