/**
 * Why somebody may be helped by several professionals together. Flags suggest a person for a meeting; they decide nothing.
 * Safe in the browser.
 */
import {z} from 'zod';

const flagSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
  name: z.string().trim().min(3).max(120),
  /** What is meant, where the name leaves it open. */
  says: z.string().trim().max(300).optional(),
  source: z.string().trim().min(3).max(200),
});
export type RiskFlag = z.infer<typeof flagSchema>;

const WOKINGHAM = 'Wokingham, criteria for review by a multidisciplinary team';

/** The five of Wokingham: any one of them is enough to think of a meeting. */
export const SHIPPED_FLAGS: RiskFlag[] = [
  {key: 'admissions', name: 'Two or more unplanned admissions in 12 months', source: WOKINGHAM},
  {key: 'falls', name: 'Two or more falls in 12 months', source: WOKINGHAM},
  {key: 'conditions', name: 'Two or more unstable long-term conditions', source: WOKINGHAM},
  {
    key: 'medicines',
    name: 'Five or more medicines by mouth, or a worry about managing them',
    says: 'Their worry or that of whoever cares for them.',
    source: WOKINGHAM,
  },
  {key: 'emergency_department', name: 'Often in A&E', source: WOKINGHAM},
];

/**
 * The flags of a site: those it ships with and its own, which may not take a key that is there.
 * @throws when one of its own is not as a flag must be
 */
export function readFlags(shipped: RiskFlag[], own: unknown = []): Map<string, RiskFlag> {
  const flags = new Map(shipped.map((flag) => [flag.key, flag]));
  for (const flag of z.array(flagSchema).max(30).parse(own)) {
    if (flags.has(flag.key)) throw new Error(`There are two risk flags with the key ${flag.key}`);
    flags.set(flag.key, flag);
  }
  return flags;
}

/** What so many flags of somebody suggest, in words; null where they suggest nothing, or it is done. */
export function suggestion(flags: number, isBrought: boolean): string | null {
  if (flags === 0 || isBrought) return null;
  const many = flags === 1 ? 'One thing suggests' : `${flags} things suggest`;
  return `${many} that others should think along. You and the person decide.`;
}
