import {z} from 'zod';

/** A person is waiting for the answer, and without it the centre of the sector serves nearly as well. */
const LIMIT_MS = 1000;
/** After a failure the service is left alone for this long, so that its trouble is not felt at every search. */
const REST_MS = 30_000;

const resting = new Map<string, number>();

const code = z
  .string()
  .regex(/^[A-Z]\d{8}$/)
  .nullish()
  .catch(null);
const answerShape = z.object({
  result: z.object({
    postcode: z.string(),
    latitude: z.number().min(49).max(61),
    longitude: z.number().min(-9).max(2.5),
    codes: z.object({admin_district: code, admin_ward: code}).nullish().catch(null),
  }),
});

interface ServicePostcode {
  latitude: number;
  longitude: number;
  districtGss: string | null;
  wardGss: string | null;
}

/**
 * Asks a postcodes.io-compatible service where a postcode is. Null when it does not know, is slow, is down or answers
 * nonsense: there is always another way to answer, so its failures are quiet.
 */
export async function askPostcodeService(
  url: string,
  postcode: string,
  now = Date.now(),
): Promise<ServicePostcode | null> {
  if ((resting.get(url) ?? 0) > now) return null;
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/postcodes/${encodeURIComponent(postcode)}`, {
      headers: {accept: 'application/json'},
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    if (response.status === 404) {
      await response.body?.cancel();
      return null;
    }
    if (!response.ok) throw new Error(`The postcode service answered ${response.status}`);
    return readAnswer(await response.json(), postcode);
  } catch {
    resting.set(url, now + REST_MS);
    return null;
  }
}

/** A postcode without a position (Jersey, a post box) is known to the service but no use to us: null as well. */
function readAnswer(answer: unknown, postcode: string): ServicePostcode | null {
  const read = answerShape.safeParse(answer);
  if (!read.success || read.data.result.postcode.toUpperCase() !== postcode) return null;
  const {latitude, longitude, codes} = read.data.result;
  return {latitude, longitude, districtGss: codes?.admin_district ?? null, wardGss: codes?.admin_ward ?? null};
}
