/** What the files of places in the seed folder may hold. */
import {z} from 'zod';

const latitude = z.coerce.number().min(49).max(61);
const longitude = z.coerce.number().min(-9).max(2.5);
const district = z.string().transform((key) => key || null);

export const areaShape = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  gss: z
    .string()
    .regex(/^[A-Z]\d{8}$/)
    .optional(),
  name: z.string().min(1),
  kind: z.enum(['ward', 'parish', 'district', 'unitary', 'county', 'region', 'country']),
  within: z.string().optional(),
});
export const placeShape = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['city', 'town', 'village', 'suburb', 'hamlet', 'area']),
  also: z.array(z.string().min(1)).default([]),
  lat: latitude,
  lng: longitude,
  within: z.string().optional(),
  district,
  population: z.number().int().min(0).default(0),
});
export const postcodeShape = z.strictObject({
  postcode: z.string().regex(/^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$/),
  lat: latitude,
  lng: longitude,
  place: z.string(),
  district,
});
export const outcodeShape = z.strictObject({
  outcode: z.string().regex(/^[A-Z]{1,2}[0-9][A-Z0-9]?$/),
  lat: latitude,
  lng: longitude,
  town: z.string(),
  district,
});

export type SeedArea = z.infer<typeof areaShape>;
export type SeedPlace = z.infer<typeof placeShape>;
