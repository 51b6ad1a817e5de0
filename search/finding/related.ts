import type {ISql} from '../../db/client.ts';
import type {Atlas} from '../atlas/atlas.ts';
import {milesToNearest} from '../atlas/distance.ts';
import {staleBefore, standing} from '../ordering/ranking.ts';

const SHOWN = 4;
/** 'Nearby' looks no farther than this, in miles. */
const NEARBY = 1.5;

/**
 * Numbers of the listings nearest to one, and of those most like it: sharing its needs and types, nearer ones first.
 * Each listing stands in one of the two only.
 */
export async function relatedNumbers(
  sql: ISql,
  atlas: Atlas,
  serviceId: string,
  today: string,
): Promise<{nearby: number[]; similar: number[]}> {
  const [self] = await sql<{number: number; needs: string[]}[]>`
    select number, array(select jsonb_array_elements_text(document -> 'needs')) as needs
    from listings
    where service_id = ${serviceId} and is_listed
  `;
  const entry = self && atlas.get(self.number);
  if (!entry) return {nearby: [], similar: []};
  const needTokens = self.needs.map((need) => `need:${need}`);
  const alike = await sql<{number: number; shared: number}[]>`
    select number, (
      select count(*)::integer
      from jsonb_array_elements_text(document -> 'types') as type
      where type in (select jsonb_array_elements_text(document -> 'types') from listings where number = ${self.number})
    ) * 2 + cardinality(array(select unnest(tokens) intersect select unnest(${needTokens}::text[]))) as shared
    from listings
    where is_listed and tokens && ${needTokens}::text[] and number <> ${self.number}
    order by shared desc, number
    limit 200
  `;
  const from = entry.points[0];
  const closeness = (number: number) => 1 / (1 + (from ? (atlas.milesTo(number, from) ?? 4) : 1) / 4);
  const stale = staleBefore(today);
  const similar = alike
    .map(({number, shared}) => ({
      number,
      score:
        shared *
        closeness(number) *
        standing(atlas.get(number)?.space ?? 'unknown', atlas.get(number)?.checkedOn ?? null, stale),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map(({number}) => number);
  if (!from) return {nearby: [], similar};
  const nearby = atlas
    .numbersWithin(from, NEARBY)
    .filter((number) => number !== self.number && !similar.includes(number))
    .map((number) => ({
      number,
      miles: milesToNearest(atlas.get(number)!.points, from),
    }))
    .sort((a, b) => a.miles - b.miles || a.number - b.number)
    .slice(0, SHOWN)
    .map(({number}) => number);
  return {nearby, similar};
}
