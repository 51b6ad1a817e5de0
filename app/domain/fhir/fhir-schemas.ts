/**
 * The shapes of FHIR R4 (4.0.1, https://hl7.org/fhir/R4) that are made here: of each resource the elements that we fill, with the
 * cardinalities and required value sets of the specification. Strict: an element that is not named here is refused.
 */
import {z} from 'zod';

// https://hl7.org/fhir/R4/datatypes.html
const id = z.string().regex(/^[A-Za-z0-9\-.]{1,64}$/);
const uri = z.string().regex(/^\S+$/);
const text = z.string().regex(/\S/);
const date = z.iso.date();
/** A moment must have its offset. */
const instant = z.iso.datetime({offset: true});
const dateTime = z.union([date, instant]);
const code = z.string().regex(/^[^\s]+(\s[^\s]+)*$/);

const coding = z.strictObject({system: uri, code, display: text.optional()});
const concept = z
  .strictObject({coding: z.array(coding).min(1).optional(), text: text.optional()})
  .refine((one) => one.coding ?? one.text, 'A concept needs a code or words');
const reference = z
  .strictObject({reference: uri.optional(), display: text.optional()})
  .refine((one) => one.reference ?? one.display, 'A reference needs something to refer to');
const identifier = z.strictObject({system: uri, value: text});
const period = z.strictObject({start: dateTime.optional(), end: dateTime.optional()});
const annotation = z.strictObject({text});
const narrativeless = {id};

const patientSchema = z.strictObject({
  resourceType: z.literal('Patient'),
  ...narrativeless,
  identifier: z.array(identifier).optional(),
  name: z
    .array(z.strictObject({text: text.optional(), family: text.optional(), given: z.array(text).min(1).optional()}))
    .optional(),
  birthDate: date.optional(),
});

const requestStatus = z.enum(['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown']);

const serviceRequestSchema = z.strictObject({
  resourceType: z.literal('ServiceRequest'),
  ...narrativeless,
  identifier: z.array(identifier).optional(),
  basedOn: z.array(reference).min(1).optional(),
  status: requestStatus,
  intent: z.enum([
    'proposal',
    'plan',
    'directive',
    'order',
    'original-order',
    'reflex-order',
    'filler-order',
    'instance-order',
    'option',
  ]),
  priority: z.enum(['routine', 'urgent', 'asap', 'stat']).optional(),
  code: concept.optional(),
  subject: reference,
  authoredOn: dateTime.optional(),
  requester: reference.optional(),
  performer: z.array(reference).optional(),
  reasonCode: z.array(concept).optional(),
});

const taskSchema = z.strictObject({
  resourceType: z.literal('Task'),
  ...narrativeless,
  identifier: z.array(identifier).optional(),
  status: z.enum([
    ...(['draft', 'requested', 'received', 'accepted', 'rejected', 'ready', 'cancelled'] as const),
    ...(['in-progress', 'on-hold', 'failed', 'completed', 'entered-in-error'] as const),
  ]),
  statusReason: concept.optional(),
  businessStatus: concept.optional(),
  intent: z.enum([
    ...(['unknown', 'proposal', 'plan', 'order', 'original-order', 'reflex-order', 'filler-order'] as const),
    ...(['instance-order', 'option'] as const),
  ]),
  focus: reference.optional(),
  for: reference.optional(),
  executionPeriod: period.optional(),
  authoredOn: dateTime.optional(),
  lastModified: dateTime.optional(),
  owner: reference.optional(),
  output: z.array(z.strictObject({type: concept, valueString: text})).optional(),
});

const goalSchema = z.strictObject({
  resourceType: z.literal('Goal'),
  ...narrativeless,
  lifecycleStatus: z.enum([
    ...([
      'proposed',
      'planned',
      'accepted',
      'active',
      'on-hold',
      'completed',
      'cancelled',
      'entered-in-error',
      'rejected',
    ] as const),
  ]),
  description: concept,
  subject: reference,
});

const carePlanSchema = z.strictObject({
  resourceType: z.literal('CarePlan'),
  ...narrativeless,
  contained: z.array(goalSchema).optional(),
  status: requestStatus,
  intent: z.enum(['proposal', 'plan', 'order', 'option']),
  title: text.optional(),
  description: text.optional(),
  subject: reference,
  created: dateTime.optional(),
  author: reference.optional(),
  goal: z.array(reference).optional(),
  activity: z
    .array(
      z.strictObject({
        detail: z.strictObject({
          status: z.enum([
            ...(['not-started', 'scheduled', 'in-progress', 'on-hold', 'completed', 'cancelled', 'stopped'] as const),
            ...(['unknown', 'entered-in-error'] as const),
          ]),
          scheduledString: text.optional(),
          performer: z.array(reference).optional(),
          description: text.optional(),
        }),
      }),
    )
    .optional(),
  note: z.array(annotation).optional(),
});

const observationSchema = z.strictObject({
  resourceType: z.literal('Observation'),
  ...narrativeless,
  status: z.enum([
    'registered',
    'preliminary',
    'final',
    'amended',
    'corrected',
    'cancelled',
    'entered-in-error',
    'unknown',
  ]),
  category: z.array(concept).optional(),
  code: concept,
  subject: reference,
  effectiveDateTime: dateTime,
  valueQuantity: z.strictObject({value: z.number(), unit: text, system: uri, code}),
});

const resource = z.discriminatedUnion('resourceType', [
  patientSchema,
  serviceRequestSchema,
  taskSchema,
  carePlanSchema,
  observationSchema,
]);
export type Resource = z.infer<typeof resource>;

/** What is referred to, wherever it stands in a resource. */
function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'reference' && typeof one === 'string' ? [one] : referencesIn(one),
  );
}

/** A collection: everything that it refers to is in it, or in the same resource. */
export const bundleSchema = z
  .strictObject({
    resourceType: z.literal('Bundle'),
    ...narrativeless,
    type: z.literal('collection'),
    timestamp: instant,
    entry: z.array(z.strictObject({fullUrl: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/), resource})).min(1),
  })
  .superRefine(({entry}, context) => {
    const there = new Set(entry.map(({fullUrl}) => fullUrl));
    if (there.size !== entry.length) context.addIssue({code: 'custom', message: 'Two entries have one address'});
    for (const one of entry) {
      const inside = 'contained' in one.resource ? (one.resource.contained ?? []).map((part) => `#${part.id}`) : [];
      for (const to of referencesIn(one.resource))
        if (!there.has(to) && !inside.includes(to))
          context.addIssue({code: 'custom', message: `${to} is not in the bundle`});
    }
  });
export type Bundle = z.infer<typeof bundleSchema>;
