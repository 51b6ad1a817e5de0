/** Every figure of `/caseload/figures`, asked of the product and counted again, side by side. */
import type {Asker} from '../app/domain/people/staff-request.ts';
import type {Sql} from '../db/client.ts';
import {within} from '../db/within.ts';
import {countPay} from '../app/domain/measures/contract-tariff.server.ts';
import {readTariffs} from '../app/domain/measures/contract-tariff.ts';
import {recountContract, recountPay, type RawTariff} from './recount-contract.ts';
import {readRaw} from './recount-raw.ts';
import {recountMeasure, recountWalking, type By, type Span} from './recount-rows.ts';
import {recountAspirations, recountOutcomes, recountUse} from './recount-life.ts';
import {recountOnward} from './recount-onward.ts';

const GROUPINGS: By[] = ['all', 'provider', 'source', 'tier', 'need', 'area'];

/** Which scores are counted again, and what a change must come to. */
const SCORES = [
  {scale: 'swemwbs', score: 'total', isHigherBetter: true, needed: 2.87},
  {scale: 'ons4', score: 'satisfied', isHigherBetter: true, needed: null},
  {scale: 'ons4', score: 'worthwhile', isHigherBetter: true, needed: null},
  {scale: 'ons4', score: 'happy', isHigherBetter: true, needed: null},
  {scale: 'ons4', score: 'anxious', isHigherBetter: false, needed: null},
  {scale: 'ucla3', score: 'total', isHigherBetter: false, needed: null},
  {scale: 'lonely', score: 'lonely', isHigherBetter: true, needed: null},
  {scale: 'carers', score: 'total', isHigherBetter: true, needed: null},
  ...[1, 2, 3].map((goal) => ({scale: 'goals', score: `goal_${goal}`, isHigherBetter: true, needed: null})),
  {scale: 'pam', score: 'score', isHigherBetter: true, needed: null},
  {scale: 'pam', score: 'level', isHigherBetter: true, needed: null},
  ...['concern_1', 'concern_2', 'wellbeing'].map((score) => ({
    scale: 'mycaw',
    score,
    isHigherBetter: false,
    needed: null,
  })),
];

/** 'YYYY-MM-DD' */
const london = new Intl.DateTimeFormat('en-CA', {timeZone: 'Europe/London'});

interface Compared {
  /** How many numbers were compared. */
  figures: number;
  /** What differs, in words. */
  differences: string[];
}

/**
 * @param viewer an analyst of the host, for whom the product counts the whole area
 * @param tariffs what the site's own file says of the contract; null where it has none, and no amounts are counted
 */
export async function compareAll(
  {owner, web}: {owner: Sql; web: Sql},
  viewer: Asker['viewer'],
  span: Span,
  tariffs: RawTariff[] | null = null,
): Promise<Compared> {
  const raw = await readRaw(owner);
  const compared: Compared = {figures: 0, differences: []};
  const compare = (what: string, told: Record<string, unknown>[], again: Record<string, unknown>[], key: string) => {
    const names = new Set([...told, ...again].map((row) => String(row[key])));
    for (const name of names) {
      const [one, other] = [told, again].map((rows) => rows.find((row) => String(row[key]) === name) ?? {});
      for (const field of Object.keys(other!).length > 0 ? Object.keys(other!) : ['missing']) {
        compared.figures += 1;
        if (!isSame(one![field], other![field]))
          compared.differences.push(
            `${what}, ${name}, ${field}: ${one![field] as string} is told, ${other![field] as string} counted`,
          );
      }
    }
  };
  await within(web, {purpose: 'figures', viewer}, async (tx) => {
    for (const by of GROUPINGS) {
      const told = await tx`select * from walking_figures(${span.from}, ${span.to}, ${by})`;
      compare(`Referrals by ${by}`, told, recountWalking(raw, span, by), 'name');
      const passed = await tx`select * from onward_figures(${span.from}, ${span.to}, ${by})`;
      compare(`Passed on by ${by}`, passed, recountOnward(raw, span, by), 'name');
      for (const score of SCORES) {
        const rows = await tx`
          select
            name, people, paired as both, improved, unchanged, worse, (mean_latest - mean_first)::float8 as mean_change,
            variance::float8
          from paired_measures(
            ${score.scale}, ${score.score}, ${score.isHigherBetter}, ${score.needed}, ${span.from}, ${span.to}, ${by}
          )
        `;
        compare(`${score.scale}.${score.score} by ${by}`, rows, recountMeasure(raw, span, by, score), 'name');
      }
    }
    for (const by of GROUPINGS) {
      const lives = await tx`
        select *, name || ': ' || about as key, mean_first as mean_before, mean_latest as mean_after
        from life_figures(${span.from}, ${span.to}, ${by})
      `;
      const of = (part: string) => lives.filter((row) => row.part === part);
      compare(`Parts of life by ${by}`, of('domain'), recountOutcomes(raw, span, by), 'key');
      compare(`What people want by ${by}`, of('wish'), recountAspirations(raw, span, by), 'key');
      compare(`Use of services by ${by}`, of('use'), recountUse(raw, span, by), 'key');
    }
    const contract = await tx`
      select
        months, people, due, paired as both, improved, unchanged, worse, (mean_later - mean_first)::float8 as mean_change,
        variance::float8
      from loneliness_contract(${span.from}, ${span.to})
    `;
    compare('The loneliness contract', contract, recountContract(raw, span, london.format(new Date())), 'months');
  });
  if (tariffs) {
    const told = (await countPay(web, {viewer}, readTariffs(tariffs), span)) ?? [];
    const paid = told.map(({version, months, improved, amount}) => ({
      key: `${version ?? 'no version'}, ${months} months`,
      improved,
      amount,
    }));
    compare('What the contract pays', paid, recountPay(raw, span, tariffs), 'key');
  }
  return compared;
}

const isSame = (one: unknown, other: unknown) =>
  typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) < 1e-6 : one === other;
