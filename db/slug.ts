/** 'Lily Hill Wednesday Walkers' → 'lily-hill-wednesday-walkers'. At most 80 characters, cut at a word; never empty. */
export function slugFrom(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= 80) return slug || 'listing';
  return slug.slice(0, 81).replace(/-[^-]*$/, '') || slug.slice(0, 80);
}
