/** Ways of writing a word in a place name, and the one we keep. Only those that are never a name of their own. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['saint', 'st'],
  ['gt', 'great'],
  ['lt', 'little'],
  ['berks', 'berkshire'],
  ['bucks', 'buckinghamshire'],
  ['cambs', 'cambridgeshire'],
  ['glos', 'gloucestershire'],
  ['hants', 'hampshire'],
  ['herts', 'hertfordshire'],
  ['lancs', 'lancashire'],
  ['leics', 'leicestershire'],
  ['lincs', 'lincolnshire'],
  ['northants', 'northamptonshire'],
  ['notts', 'nottinghamshire'],
  ['oxon', 'oxfordshire'],
  ['staffs', 'staffordshire'],
  ['warks', 'warwickshire'],
  ['wilts', 'wiltshire'],
  ['worcs', 'worcestershire'],
  ['yorks', 'yorkshire'],
]);

/**
 * A place name as it is stored and looked up: lower case, no accents, no punctuation, one space between words.
 * "Jennett's Park" and 'jennetts park' meet here, as do 'Henley-on-Thames' and 'henley on thames', 'Gt Hollands' and
 * 'great hollands'. Loading and looking up must both use it, or nothing is found.
 */
export function normalisePlaceName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => SHORT_FORMS.get(word) ?? word)
    .join(' ');
}
