/** A catalogue that is not finished: any part may be left out, and the English stands in for it. */
export type PartialText<T> = {
  [K in keyof T]?: T[K] extends string | ((...args: never[]) => unknown) | readonly unknown[]
    ? T[K]
    : PartialText<T[K]>;
};

/** Lays an unfinished catalogue over the complete one. */
export function withFallback<T extends object>(complete: T, partial: PartialText<NoInfer<T>>): T {
  const result = {...complete} as Record<string, unknown>;
  for (const [key, value] of Object.entries(partial)) {
    if (value === undefined) continue;
    const below = result[key];
    result[key] = isSection(below) && isSection(value) ? withFallback(below, value) : value;
  }
  return result as T;
}

function isSection(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
