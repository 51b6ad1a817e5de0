/** Letters and figures of a reference: no vowels, none that are misheard or misread. As in migration 0014. */
const LETTERS = '34679CDFGHJKMNPQRTWXY';
const SHAPE = new RegExp(`^P([${LETTERS}]{3})([${LETTERS}]{3})$`);

/** 'p 7km4qc' → 'P-7KM-4QC'; null when it is no reference of ours. */
export function readReference(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '');
  const found = SHAPE.exec(plain);
  return found && /\d/.test(plain) ? `P-${found[1]}-${found[2]}` : null;
}
