interface PageLink {
  page: number;
  href: string;
  isCurrent: boolean;
  /** Pages are left out before this one. */
  isAfterGap: boolean;
}
interface PageLinks {
  previous: string | null;
  next: string | null;
  links: PageLink[];
}

/** The pages worth a link: the first, the last, and those around the current one. Null when there is but one. */
export function pageLinks(current: number, pages: number, hrefOf: (page: number) => string): PageLinks | null {
  if (pages <= 1) return null;
  const near = [1, current - 1, current, current + 1, pages].filter((page) => page >= 1 && page <= pages);
  const shown = [...new Set(near)].sort((one, other) => one - other);
  return {
    previous: current > 1 ? hrefOf(Math.min(current - 1, pages)) : null,
    next: current < pages ? hrefOf(current + 1) : null,
    links: shown.map((page, index) => ({
      page,
      href: hrefOf(page),
      isCurrent: page === current,
      isAfterGap: index > 0 && page - (shown[index - 1] ?? page) > 1,
    })),
  };
}
