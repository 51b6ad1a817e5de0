/** What came of passing on, counted again from raw rows. */
import type {Raw, RawOnward} from './recount-raw.ts';
import {middle, type By, type Span} from './recount-rows.ts';

/** By the name of the group. */
export function recountOnward({cases, onward}: Raw, {from, to}: Span, by: By) {
  const caseOf = new Map(cases.map((one) => [one.id, one]));
  const groups = new Map<string, RawOnward[]>();
  for (const one of onward) {
    if (one.day < from || one.day > to) continue;
    const its = caseOf.get(one.caseId)!;
    const name = {
      all: 'all',
      provider: one.provider,
      source: its.source,
      tier: its.tier,
      need: one.need ?? its.needs[0] ?? 'none',
      area: its.area ?? 'not known',
    }[by];
    const rows = groups.get(name) ?? [];
    rows.push(one);
    groups.set(name, rows);
  }
  return [...groups].map(([name, rows]) => {
    const days = rows.flatMap(({madeAt, answeredAt}) =>
      answeredAt ? [(answeredAt.getTime() - madeAt.getTime()) / 86_400_000] : [],
    );
    return {
      name,
      passed: rows.length,
      tookPart: rows.filter(({state, attended}) => state === 'started' || attended > 0).length,
      declined: rows.filter(({state}) => state === 'declined').length,
      waiting: rows.filter(({state}) => state === 'sent' || state === 'seen').length,
      answered: days.length,
      medianDays: middle(days),
    };
  });
}
