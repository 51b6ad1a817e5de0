/** Every address that is no page. */

export const handle = {door: 'directory'};
export function loader(): never {
  throw new Response(null, {status: 404});
}

export default function NotFound() {
  return null;
}
