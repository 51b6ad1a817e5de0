import type {ImportedArea} from './imported-service.ts';

export interface AreaNames {
  byGss: Map<string, string>;
  byName: Map<string, string>;
}

const GSS = /\b[EWSNK]\d{8}\b/;
const COUNCIL_WORDS =
  /\b(the|royal|london|metropolitan|borough|district|county|city|unitary|council|authority|of|and|b|mbc|bc|cc|dc)\b/g;

/** Areas by code and by plain name. A name that two areas share (a county and its town) stays with the first, the larger. */
export function indexAreas(areas: {key: string; gss: string | null; name: string}[]): AreaNames {
  const byGss = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const {key, gss, name} of areas) {
    if (gss) byGss.set(gss, key);
    for (const form of [plain(name), bare(name)]) if (form && !byName.has(form)) byName.set(form, key);
  }
  return {byGss, byName};
}

/** The known area that is meant: by its GSS code, or by its name with or without 'Council' and the like. Sentences match nothing. */
export function matchArea(area: ImportedArea, areas: AreaNames): string | null {
  for (const text of [area.uri, area.extent, area.name]) {
    const code = GSS.exec(text?.slice(0, 2000) ?? '')?.[0];
    const key = code && areas.byGss.get(code);
    if (key) return key;
  }
  if (!area.name || area.name.length > 80) return null;
  return areas.byName.get(plain(area.name)) ?? areas.byName.get(bare(area.name)) ?? null;
}

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z]+/g, ' ')
    .trim();

/** 'Royal Borough of Windsor & Maidenhead Council' and 'Windsor and Maidenhead' alike. */
const bare = (name: string) => plain(name).replace(COUNCIL_WORDS, ' ').replace(/\s+/g, ' ').trim();
