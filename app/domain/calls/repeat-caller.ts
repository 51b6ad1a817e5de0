/** The rule of the repeat caller: three contacts about one person within 96 hours, this one among them (the NHS rule). */
export const REPEAT_HOURS = 96;
const REPEAT_CONTACTS = 3;

/** @param earlier contacts before this one, within the hours above */
export const isRepeatCaller = (earlier: number): boolean => earlier + 1 >= REPEAT_CONTACTS;

/** From when on a contact counts. */
export const repeatSince = (now: Date): Date => new Date(now.getTime() - REPEAT_HOURS * 3_600_000);
