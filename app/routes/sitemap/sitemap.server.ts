const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap (sitemaps.org) of these pages. */
export function sitemap(site: string, pages: {path: string; changedOn?: string}[]): string {
  const entries = pages.map(({path, changedOn}) => {
    const changed = changedOn ? `<lastmod>${changedOn}</lastmod>` : '';
    return `<url><loc>${escapeXml(site + path)}</loc>${changed}</url>`;
  });
  return `${HEAD}\n<urlset xmlns="${SCHEMA}">\n${entries.join('\n')}\n</urlset>\n`;
}

/** The list of the parts of a sitemap that is too long for one file. */
export function sitemapIndex(site: string, parts: number): string {
  const entries = Array.from({length: parts}, (_, index) => {
    return `<sitemap><loc>${escapeXml(`${site}/sitemap.xml?part=${index + 1}`)}</loc></sitemap>`;
  });
  return `${HEAD}\n<sitemapindex xmlns="${SCHEMA}">\n${entries.join('\n')}\n</sitemapindex>\n`;
}

function escapeXml(text: string) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
