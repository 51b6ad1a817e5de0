/** How a caseload is narrowed, read from an address. */
import {z} from 'zod';
import {TIERS, type Tier} from './case-choices.ts';
import {NARROWED_BY, STEP_STATES, type Narrowing, type StepState} from './narrowing.ts';

const shape = z.object({
  need: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional()
    .catch(undefined),
  tier: z
    .enum(Object.keys(TIERS) as [Tier])
    .optional()
    .catch(undefined),
  area: z
    .string()
    .regex(/^[A-Z]{1,2}[0-9][A-Z0-9]?$/)
    .optional()
    .catch(undefined),
  team: z.uuid().optional().catch(undefined),
  step: z
    .enum(Object.keys(STEP_STATES) as [StepState])
    .optional()
    .catch(undefined),
});

/** What stands in an address. What is no such value narrows nothing. */
export function narrowedIn(asked: URLSearchParams): Narrowing {
  const read = shape.parse(Object.fromEntries(NARROWED_BY.map((by) => [by, asked.get(by) ?? undefined])));
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
