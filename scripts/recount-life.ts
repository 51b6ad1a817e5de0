/** What changed in lives and in the use of services, counted again from raw rows. */
import {average, pairCounts, type Raw, type Span} from './recount-rows.ts';

/** In how many cases each part of life got better, stayed the same or got worse. By the name of the part. */
export function recountOutcomes(raw: Raw, span: Span) {
  const counted = casesIn(raw, span);
  const domains = new Map<string, Record<string, number>>();
  for (const {caseId, domain, verdict} of raw.verdicts) {
    if (!counted.has(caseId)) continue;
    const counts = domains.get(domain) ?? {improved: 0, unchanged: 0, worse: 0};
    counts[verdict]! += 1;
    domains.set(domain, counts);
  }
  return [...domains].map(([domain, counts]) => ({domain, ...counts}));
}

/** How often a service was used in the year before and the year after, within the same case. Fewer is better. */
export function recountUse(raw: Raw, span: Span) {
  const counted = casesIn(raw, span);
  const services = new Map<string, Map<string, Raw['use']>>();
  for (const one of raw.use) {
    if (!counted.has(one.caseId)) continue;
    const ofCases = services.get(one.service) ?? new Map<string, Raw['use']>();
    ofCases.set(one.caseId, [...(ofCases.get(one.caseId) ?? []), one]);
    services.set(one.service, ofCases);
  }
  return [...services].map(([service, ofCases]) => {
    const both = [...ofCases.values()].flatMap((told) => {
      const [before, after] = ['before', 'after'].map((side) => told.find((one) => one.side === side));
      return before && after ? [{before, after}] : [];
    });
    const pairs = both.map(({before, after}): [number, number] => [before.times, after.times]);
    const {both: paired, improved, unchanged, worse, variance} = pairCounts(pairs, false, null);
    return {
      service,
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

/** In how many newest plans somebody wants each thing, and how far it has come. By the sentence it stands under. */
export function recountAspirations(raw: Raw, span: Span) {
  const counted = casesIn(raw, span);
  const newest = new Map<string, Raw['plans'][number]>();
  for (const plan of raw.plans) {
    const other = newest.get(plan.caseId);
    if (counted.has(plan.caseId) && (!other || other.number < plan.number)) newest.set(plan.caseId, plan);
  }
  const wanted = new Map<string, {there: number; onTheWay: number; notSaid: number}>();
  for (const {goals} of newest.values()) {
    for (const tag of new Set(goals.flatMap(({tags}) => tags))) {
      const about = goals.filter(({tags}) => tags.includes(tag));
      const counts = wanted.get(tag) ?? {there: 0, onTheWay: 0, notSaid: 0};
      if (about.some(({now, wanted: wish}) => now === null || wish === null)) counts.notSaid += 1;
      else if (about.every(({now, wanted: wish}) => now! >= wish!)) counts.there += 1;
      else counts.onTheWay += 1;
      wanted.set(tag, counts);
    }
  }
  return [...wanted].map(([aspiration, counts]) => ({aspiration, ...counts}));
}

/** Those that were opened in these days. */
const casesIn = ({cases}: Raw, {from, to}: Span) =>
  new Set(cases.filter(({day}) => day >= from && day <= to).map(({id}) => id));
