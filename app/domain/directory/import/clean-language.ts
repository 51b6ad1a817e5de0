import {cleanLine} from './clean-text.ts';
import type {Note} from './finding.ts';
import type {ImportedLanguage} from './imported-service.ts';
import {asList, isObject} from './loose-values.ts';

const CODES =
  'en cy gd ga pl ne pa ur hi bn gu ta te ml mr si ps fa prs ar ku so am ti ha yo ig sw tr ru uk ro bg hu cs sk lt lv et sq sr hr bs mk el it es pt fr de nl sv no da fi zh yue cmn ja ko vi th tl fil ms id my dz he yi rom bfi'.split(
    ' ',
  );
const englishNames = new Intl.DisplayNames('en', {type: 'language', fallback: 'none'});
const codeOf = new Map<string, string>(
  CODES.flatMap((code) => {
    const name = englishNames.of(code)?.toLowerCase();
    return name ? [[name, code] as const] : [];
  }),
);
for (const [name, code] of [
  ['british sign language', 'bfi'],
  ['bsl', 'bfi'],
  ['mandarin', 'cmn'],
  ['cantonese', 'yue'],
  ['farsi', 'fa'],
  ['gaelic', 'gd'],
  ['irish', 'ga'],
  ['panjabi', 'pa'],
  ['kurdish', 'ku'],
  ['sylheti', 'syl'],
  ['gurkhali', 'ne'],
] as const)
  codeOf.set(name, code);

/** Languages spoken, with their ISO 639 code where it is known. */
export function cleanLanguages(value: unknown, field: string, note: Note): ImportedLanguage[] {
  return asList(value, field, note).flatMap((entry, index) => {
    const at = `${field}[${index}]`;
    const item = isObject(entry) ? entry : {name: entry};
    const name = cleanLine(item.name ?? item.language, `${at}.name`, note, 100);
    const given = cleanLine(item.code, `${at}.code`, note, 100) ?? name;
    const code = given ? languageCode(given) : null;
    const remark = cleanLine(item.note, `${at}.note`, note);
    if (!code && !name && !remark) {
      note(at, 'A language without a name was left out');
      return [];
    }
    return [
      {code, name: name && languageCode(name) !== name.toLowerCase() ? name : (codeName(code) ?? name), note: remark},
    ];
  });
}

/** 'Polish', 'pl', 'pl-PL' and 'pol' are all 'pl'. Null when it is no language this list knows. */
export function languageCode(text: string): string | null {
  const plain = text.trim().toLowerCase();
  const named = codeOf.get(plain);
  if (named) return named;
  if (!/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/.test(plain)) return null;
  try {
    const code = Intl.getCanonicalLocales(plain.replace(/_/g, '-'))[0]?.split('-')[0] ?? '';
    return CODES.includes(code) || englishNames.of(code) ? code : null;
  } catch {
    return null;
  }
}

const codeName = (code: string | null) =>
  code === 'bfi' ? 'British Sign Language' : code ? (englishNames.of(code) ?? null) : null;
