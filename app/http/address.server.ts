/** What the address of a staff page says. */
import {z} from 'zod';

/** An id from an address. What is none leads to the page that says there is nothing. */
export function idOf(param: string | undefined): string {
  const read = z.uuid().safeParse(param);
  if (!read.success) throw missing();
  return read.data;
}

export const missing = () => new Response(null, {status: 404});
