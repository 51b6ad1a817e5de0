import {z} from 'zod';

/** The shapes of the seed files; `db/seed/README.md` explains each field. */
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key is lower-case words joined by hyphens');
const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'a time is HH:MM');
const words = z.array(z.string().min(1));
const phrases = z.array(
  z
    .string()
    .min(1)
    .refine((phrase) => phrase === phrase.toLowerCase(), 'phrases are lower case'),
);
const drama = {
  phone: z
    .string()
    .regex(/^(01632 960\d{3}|07700 900\d{3}|0808 157 0\d{3})$/, 'a phone number is from the ranges for drama'),
  email: z.string().regex(/^[^@\s]+@[^@\s]+\.example$/, 'an e-mail address ends in .example'),
  website: z.url().regex(/^https:\/\/[^/]+\.example(\/|$)/, 'a website ends in .example'),
};

export const NeedSeed = z.strictObject({
  key,
  name: z.string().min(1),
  group: key,
  common: z.boolean().default(false),
  phrases: phrases.min(1),
  types: z.array(key).default([]),
});
export const TongueSeed = z.strictObject({need: key, phrases: phrases.min(1)});
export const TermSeed = z.strictObject({
  key,
  name: z.string().min(1),
  also: words.default([]),
  needs: z.array(key).default([]),
});
export const KindSeed = TermSeed.extend({phrases});
export const LanguageSeed = z.strictObject({
  key: z.string().regex(/^[a-z]{2,3}$/),
  name: z.string().min(1),
  own: z.string().optional(),
  also: words.default([]),
});
export const SynonymSeed = z.union([
  z.strictObject({same: words.min(2)}),
  z.strictObject({from: words.min(1), to: words.min(1)}),
]);
export const VenueSeed = z.strictObject({
  key,
  name: z.string().min(1),
  address: z.string().min(1),
  town: z.string().min(1),
  postcode: z.string().regex(/^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/),
  lat: z.number(),
  lng: z.number(),
  access: z.array(key).default([]),
  access_note: z.string().optional(),
});
export const OrganisationSeed = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  website: drama.website.optional(),
  email: drama.email.optional(),
});
export const ServiceSeed = z.strictObject({
  name: z.string().min(1),
  organisation: z.string().min(1),
  kind: z.enum(['group', 'service', 'activity', 'place', 'helpline', 'personal-assistant', 'online']),
  types: z.array(key).min(1),
  needs: z.array(key).min(1),
  summary: z.string().min(1).max(160),
  description: z.string().min(1),
  where: z.array(key).default([]),
  covers: z.array(key).default([]),
  how: z.array(z.enum(['in-person', 'at-home', 'online', 'phone'])).min(1),
  when: z
    .array(
      z.strictObject({
        days: z.array(z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])).min(1),
        weeks: z.array(z.number().int().min(-1).max(5)).optional(),
        every: z.number().int().min(1).max(12).optional(),
        from: time.optional(),
        to: time.optional(),
        note: z.string().optional(),
      }),
    )
    .default([]),
  when_note: z.string().optional(),
  bank_holidays: z.enum(['open', 'closed']).default('closed'),
  cost: z
    .array(
      z.strictObject({
        amount: z.number().min(0).optional(),
        per: z.string().optional(),
        for: z.string().optional(),
        note: z.string().optional(),
      }),
    )
    .default([]),
  ages: z.tuple([z.number().int().nullable(), z.number().int().nullable()]).optional(),
  audiences: z.array(key).default([]),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).default(['en']),
  access: z.array(key).default([]),
  join: z
    .strictObject({self: z.boolean().optional(), professional: z.boolean().optional(), how: z.string().optional()})
    .default({}),
  personal_budget: z.boolean().default(false),
  direct_payment: z.boolean().default(false),
  space: z.enum(['open', 'limited', 'waiting-list', 'full', 'unknown']).default('unknown'),
  space_note: z.string().optional(),
  phone: drama.phone.optional(),
  email: drama.email.optional(),
  website: drama.website.optional(),
  contact: z.string().optional(),
  funding: z.string().optional(),
  checked: z.strictObject({days_ago: z.number().int().min(0), by: z.string().min(1)}).optional(),
  also: words.default([]),
});

export type ServiceSeed = z.infer<typeof ServiceSeed>;
export type VenueSeed = z.infer<typeof VenueSeed>;
