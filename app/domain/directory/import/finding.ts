/** What was wrong with one field of one record, and what became of it; or that the record is gone. */
export interface Finding {
  field: string;
  outcome: 'mended' | 'rejected' | 'vanished';
  /** The same words for the same kind of mistake, so that a report can be grouped by them. */
  reason: string;
  /** What stood there, shortened and without markup. */
  was?: string;
}

/** Every cleaning rule is handed this, and calls it for each thing it had to mend. */
export type Note = (field: string, reason: string, was?: unknown) => void;

/** A record with more mistakes than this is told about the first ones only. */
const MOST_FINDINGS = 100;

/** Gathers what the cleaning rules have to say about one record. */
export function collectFindings(): {note: Note; findings: Finding[]} {
  const findings: Finding[] = [];
  const note: Note = (field, reason, was) => {
    if (findings.length >= MOST_FINDINGS) return;
    const shown = was === undefined ? undefined : showValue(was);
    findings.push({field, outcome: 'mended', reason, ...(shown ? {was: shown} : {})});
  };
  return {note, findings};
}

/** A value as a report may show it: short, on one line, and harmless wherever it is pasted. */
export function showValue(value: unknown): string {
  let text: string;
  if (typeof value === 'string') text = value;
  else if (Array.isArray(value)) text = `a list of ${value.length}`;
  else if (typeof value === 'object' && value !== null) text = 'an object';
  else text = String(value);
  // A report is handed round: the password of an address is not for everybody who reads it.
  const plain = harmless(text.slice(0, 200).replace(/\/\/[^\s/@]*@/g, '//'))
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > 60 ? `${firstCharacters(plain, 59)}…` : plain;
}

/** At most so many characters, never half of one: the database takes no halves. */
export function firstCharacters(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

/** Takes the teeth out of a text that nobody has cleaned. */
export function harmless(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, ' ')
    .replace(/[<>]/g, '')
    .replace(/(script|data)\s*:/gi, '$1 ');
}
