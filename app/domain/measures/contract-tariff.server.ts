/** What the loneliness contract pays in this site, by the file of its own (CONTRACT_FILE), and for whom. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {fileProblem, readSiteFile} from '../../site-file.server.ts';
import type {Asker} from '../people/staff-request.ts';
import {payOf, readTariffs, tariffSpans, type ContractPay, type Tariff} from './contract-tariff.ts';

const read = new Map<string, Tariff[]>();

/**
 * @param file null where the site has none
 * @throws when something in it is not as it must be: the start of the site asks first
 */
export function tariffsOf(file: string | null): readonly Tariff[] {
  if (file === null) return [];
  let tariffs = read.get(file);
  if (!tariffs) read.set(file, (tariffs = readTariffs(readSiteFile(file))));
  return tariffs;
}

/**
 * The same, at the start of the site.
 * @returns what is wrong with the file, in one line; null when it is taken in
 */
export function problemWithTariffs(file: string): string | null {
  try {
    tariffsOf(file);
    return null;
  } catch (error) {
    return fileProblem(file, error, 'version');
  }
}

/**
 * What is paid for cases opened in these days, version by version. Null for whoever does not count the whole area: their
 * numbers are rounded, and an amount would tell the true ones. Null too where the site has no tariff.
 */
export async function countPay(
  sql: Sql,
  {viewer, address}: Asker,
  tariffs: readonly Tariff[],
  {from, to}: {from: string; to: string},
): Promise<ContractPay[] | null> {
  if (tariffs.length === 0) return null;
  return within(sql, {purpose: 'figures', viewer, address}, async (tx) => {
    const [reach] = await tx<[{isWhole: boolean}]>`select counts_partnership() as is_whole`;
    if (!reach.isWhole) return null;
    const paid = await Promise.all(
      tariffSpans(tariffs, from, to).map(async (span) =>
        payOf(
          span,
          await tx<{months: number; improved: number}[]>`
            select months, improved from loneliness_contract(${span.from}, ${span.to})
          `,
        ),
      ),
    );
    return paid.flat();
  });
}
