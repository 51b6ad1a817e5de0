/** An e-mail address as it was typed, or null when it cannot be one. Whether anybody reads it only a letter can tell. */
export const readEmail = (typed: string): string | null =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.trim()) ? typed.trim() : null;
