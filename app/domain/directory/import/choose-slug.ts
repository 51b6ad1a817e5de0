import {slugFrom} from '../../../../db/slug.ts';

/** Keeps the addresses of listings apart while many are made at once. */
export class SlugChooser {
  readonly #taken: Set<string>;
  readonly #chosen = new Map<string, string>();

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /** The name, else the name and town, else with a number. The same service always gets the same answer. */
  choose(serviceId: string, name: string, town: string | null): string {
    const earlier = this.#chosen.get(serviceId);
    if (earlier) return earlier;
    const slug = this.#firstFree(slugFrom(name), town ? slugFrom(`${name} ${town}`) : null);
    this.#taken.add(slug);
    this.#chosen.set(serviceId, slug);
    return slug;
  }

  #firstFree(plain: string, withTown: string | null): string {
    if (!this.#taken.has(plain)) return plain;
    if (withTown && !this.#taken.has(withTown)) return withTown;
    const base = withTown ?? plain;
    for (let number = 2; ; number++) {
      const slug = `${base}-${number}`;
      if (!this.#taken.has(slug)) return slug;
    }
  }
}
