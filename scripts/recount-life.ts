/** What changed in lives and in the use of services, counted again from raw rows. Each row by its group and what it is about. */
import type {Raw} from './recount-raw.ts';
import {average, groupOf, pairCounts, type By, type Span} from './recount-rows.ts';

/** In how many cases each part of life got better, stayed the same or got worse. */
export function recountOutcomes(raw: Raw, span: Span, by: By) {
  const counted = casesIn(raw, span, by);
  const domains = new Map<string, Record<string, number>>();
  for (const {caseId, domain, verdict} of raw.verdicts) {
    const group = counted.get(caseId);
    if (group === undefined) continue;
    const key = `${group}: ${domain}`;
    const counts = domains.get(key) ?? {improved: 0, unchanged: 0, worse: 0};
    counts[verdict]! += 1;
    domains.set(key, counts);
  }
  return [...domains].map(([key, counts]) => ({key, ...counts}));
}

/** How often a service was used in the year before and the year after, within the same case. Fewer is better. */
export function recountUse(raw: Raw, span: Span, by: By) {
  const counted = casesIn(raw, span, by);
  const services = new Map<string, Map<string, Raw['use']>>();
  for (const one of raw.use) {
    const group = counted.get(one.caseId);
    if (group === undefined) continue;
    const key = `${group}: ${one.service}`;
    const ofCases = services.get(key) ?? new Map<string, Raw['use']>();
    ofCases.set(one.caseId, [...(ofCases.get(one.caseId) ?? []), one]);
    services.set(key, ofCases);
  }
  return [...services].map(([key, ofCases]) => {
    const both = [...ofCases.values()].flatMap((told) => {
      const [before, after] = ['before', 'after'].map((side) => told.find((one) => one.side === side));
      return before && after ? [{before, after}] : [];
    });
    const pairs = both.map(({before, after}): [number, number] => [before.times, after.times]);
    const {both: paired, improved, unchanged, worse, variance} = pairCounts(pairs, false, null);
    return {
      key,
      people: ofCases.size,
      paired,
      fromRecords: both.filter(({before, after}) => before.source !== 'person' && after.source !== 'person').length,
      meanBefore: average(pairs.map(([before]) => before)),
      meanAfter: average(pairs.map(([, after]) => after)),
      variance,
      improved,
      unchanged,
      worse,
    };
  });
}

/** In how many newest plans somebody wants each thing, and how far it has come. */
export function recountAspirations(raw: Raw, span: Span, by: By) {
  const counted = casesIn(raw, span, by);
  const newest = new Map<string, Raw['plans'][number]>();
  for (const plan of raw.plans) {
    const other = newest.get(plan.caseId);
    if (counted.has(plan.caseId) && (!other || other.number < plan.number)) newest.set(plan.caseId, plan);
  }
  const wanted = new Map<string, {there: number; onTheWay: number; notSaid: number}>();
  for (const {caseId, goals} of newest.values()) {
    for (const tag of new Set(goals.flatMap(({tags}) => tags))) {
      const key = `${counted.get(caseId)}: ${tag}`;
      const about = goals.filter(({tags}) => tags.includes(tag));
      const counts = wanted.get(key) ?? {there: 0, onTheWay: 0, notSaid: 0};
      if (about.some(({now, wanted: wish}) => now === null || wish === null)) counts.notSaid += 1;
      else if (about.every(({now, wanted: wish}) => now! >= wish!)) counts.there += 1;
      else counts.onTheWay += 1;
      wanted.set(key, counts);
    }
  }
  return [...wanted].map(([key, counts]) => ({key, ...counts}));
}

/** Those that were opened in these days, each with its group. */
const casesIn = ({cases}: Raw, {from, to}: Span, by: By) =>
  new Map(cases.filter(({day}) => day >= from && day <= to).map((one) => [one.id, groupOf(one, by)]));
