import type {z} from 'zod';

/** What a page sent with `fetch`, read by its shape. @throws a 400 answer for anything else */
export async function jsonBody<Shape extends z.ZodType>(request: Request, shape: Shape): Promise<z.output<Shape>> {
  const sent: unknown = await request.json().catch(() => null);
  const read = shape.safeParse(sent);
  if (!read.success) throw new Response(null, {status: 400});
  return read.data;
}

/** For an address that only answers what a page sends: there is nothing to look at. */
export const nothingToSee = (): Response => {
  throw new Response(null, {status: 404});
};
