/** Letters that Unicode does not take apart into a plain letter and a mark. */
const WITHOUT_MARKS: Record<string, string> = {ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd'};

/** 'Lily Hill Wednesday Walkers' → 'lily-hill-wednesday-walkers'. At most 80 characters, cut at a word; never empty. */
export function slugFrom(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[łøđßæœþð]/g, (letter) => WITHOUT_MARKS[letter]!)
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= 80) return slug || 'listing';
  return slug.slice(0, 81).replace(/-[^-]*$/, '') || slug.slice(0, 80);
}
