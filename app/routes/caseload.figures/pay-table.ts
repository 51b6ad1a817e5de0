/** What the loneliness contract pays, as a table with its sum. */
import type {ContractPay} from '../../domain/measures/contract-tariff.ts';
import {asCount, type FigureTable} from '../../domain/figures/shown-words.ts';

const pounds = new Intl.NumberFormat('en-GB', {style: 'currency', currency: 'GBP'});
const asPounds = (amount: number | null) => (amount === null ? '–' : pounds.format(amount));

export function payTable(pay: readonly ContractPay[]): FigureTable {
  const paid = pay.filter(({improved}) => improved > 0);
  const sum = paid.reduce((pence, {amount}) => pence + Math.round((amount ?? 0) * 100), 0) / 100;
  return {
    columns: ['Tariff', 'Improved', 'For each', 'Amount'],
    rows:
      paid.length === 0
        ? []
        : [
            ...paid.map(({version, months, improved, each, amount}) => [
              `${version ?? 'Before the first tariff'}, after ${months} months`,
              asCount(improved),
              asPounds(each),
              asPounds(amount),
            ]),
            ['All together', asCount(paid.reduce((all, {improved}) => all + improved, 0)), '', asPounds(sum)],
          ],
  };
}
