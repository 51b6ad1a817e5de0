import {cutAtWord} from './clean-text.ts';

/** What fits on a card. */
const SUMMARY_LENGTH = 160;

/** The first sentence or sentences of a description, as many as fit. */
export function summarise(description: string | null): string | null {
  const opening = description?.split(/\n{2,}/).find((paragraph) => /\p{L}{3}/u.test(paragraph));
  if (!opening) return null;
  const text = opening.replace(/\s+/g, ' ').trim();
  if (text.length <= SUMMARY_LENGTH) return text;
  let summary = '';
  for (const [sentence] of text.matchAll(/[^.!?]+(?:[.!?]+(?=\s|$)|[.!?]+)?\s*/g)) {
    if ((summary + sentence).trim().length > SUMMARY_LENGTH) break;
    summary += sentence;
  }
  summary = summary.trim();
  // A first 'sentence' such as 'St.' or 'No. 10' alone says nothing.
  return summary.length >= 30 && /[.!?]$/.test(summary) ? summary : cutAtWord(text, SUMMARY_LENGTH);
}
