/** Words for a field: for somebody who asks for themselves, and for somebody who asks for another. */
export interface FieldWords {
  self: string;
  other: string;
  hint?: string;
}
/** The same for both. */
export const both = (label: string, hint?: string): FieldWords => ({
  self: label,
  other: label,
  ...(hint ? {hint} : {}),
});
export const each = (self: string, other: string, hint?: string): FieldWords => ({
  self,
  other,
  ...(hint ? {hint} : {}),
});
