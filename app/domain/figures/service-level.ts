/**
 * How well a telephone line was answered. There is no one definition in use, so every figure is shown with its thresholds.
 *
 * - Service level: calls answered within the threshold ÷ (calls offered − calls given up before the other threshold).
 *   Usual: 80 % within 20 seconds.
 * - Abandonment: calls given up, without those given up so soon that nobody could have answered ÷ the same. Usual: a
 *   caller who rings off within 5 seconds had dialled wrongly.
 *
 * Source: B. Cleveland, Call Center Management on Fast Forward (2012), chapter 4, for both; the NHS 111 Minimum Data Set
 * counts in the same way with 60 and 30 seconds.
 */
export interface Thresholds {
  /** Answered in time: at most so many seconds after it began to ring. */
  answerSeconds: number;
  /** Given up so soon that it does not count: less than so many seconds after it began to ring. */
  shortSeconds: number;
}

export const THRESHOLDS: Thresholds = {answerSeconds: 20, shortSeconds: 5};

/** What a telephone system counted, in calls. */
export interface LineCounts {
  offered: number;
  answered: number;
  answeredInTime: number;
  /** Given up before anybody answered, at any time. */
  abandoned: number;
  /** Of these, given up so soon that they do not count. */
  abandonedShort: number;
}

interface LineFigures {
  /** 0 to 1, or null when no call counts. */
  serviceLevel: number | null;
  abandonment: number | null;
}

export function lineFigures(counts: LineCounts): LineFigures {
  const counting = counts.offered - counts.abandonedShort;
  if (counting <= 0) return {serviceLevel: null, abandonment: null};
  return {
    serviceLevel: counts.answeredInTime / counting,
    abandonment: (counts.abandoned - counts.abandonedShort) / counting,
  };
}
