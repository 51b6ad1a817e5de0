/** How good an order is, against grades given beforehand (3 just what was wanted … 0 not at all). */

export type Grades = Record<string, number>;

/**
 * Normalised discounted cumulative gain at `k` (Järvelin and Kekäläinen 2002), with gain 2^grade − 1: 1 is the best order possible.
 * `found` are slugs in the order shown.
 */
export function ndcg(found: string[], grades: Grades, k = 10): number {
  const gain = (grade: number, position: number) => (2 ** grade - 1) / Math.log2(position + 2);
  const sum = (order: number[]) =>
    order.slice(0, k).reduce((total, grade, position) => total + gain(grade, position), 0);
  const best = sum(Object.values(grades).sort((a, b) => b - a));
  return best === 0 ? 1 : sum(found.map((slug) => grades[slug] ?? 0)) / best;
}

/** Of the good answers (grade 2 and 3) that could be among the first `k`, the share that is. */
export function recall(found: string[], grades: Grades, k = 20): number {
  const good = Object.keys(grades).filter((slug) => grades[slug]! >= 2);
  if (good.length === 0) return 1;
  const shown = new Set(found.slice(0, k));
  return good.filter((slug) => shown.has(slug)).length / Math.min(k, good.length);
}

export const mean = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0) / numbers.length;
