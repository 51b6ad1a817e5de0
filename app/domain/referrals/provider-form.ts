/** What a provider takes, as a lead types it: lines and commas become lists. Safe in the browser. */

export const GIVES_OUT = {
  claim: 'Link workers choose for themselves',
  allocate: 'A lead gives each to somebody',
} as const;

/** As it stands in the form. */
export interface TypedTakes {
  says: string;
  outcodes: string;
  practices: string;
  languages: string;
  networks: string;
  needs: string[];
  capacity: string;
  givesOut: string;
  isOpen: string;
}

export interface Takes {
  says: string;
  outcodes: string[];
  practices: string[];
  languages: string[];
  /** Each as its name, a colon, and its practices with semicolons between. */
  networks: string[];
  needs: string[];
  capacity: number | null;
  givesOut: keyof typeof GIVES_OUT;
  isOpen: boolean;
}

type Problems = Partial<Record<keyof TypedTakes, string>>;

/** First half of a postcode. */
export const OUTCODE = /^[A-Z]{1,2}[0-9][A-Z0-9]?$/;
const MOST = 200;
const MOST_OPEN = 100_000;

export const typedTakes = (form: FormData): TypedTakes => {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 20_000);
  return {
    says: text('says'),
    outcodes: text('outcodes'),
    practices: text('practices'),
    languages: text('languages'),
    networks: text('networks'),
    needs: form.getAll('needs').map(String).slice(0, MOST),
    capacity: text('capacity'),
    givesOut: text('givesOut'),
    isOpen: text('isOpen'),
  };
};

export const typeTakes = (takes: Takes): TypedTakes => ({
  says: takes.says,
  outcodes: takes.outcodes.join(', '),
  practices: takes.practices.join('\n'),
  languages: takes.languages.join('\n'),
  networks: takes.networks.join('\n'),
  needs: takes.needs,
  capacity: takes.capacity === null ? '' : String(takes.capacity),
  givesOut: takes.givesOut,
  isOpen: takes.isOpen ? 'yes' : 'no',
});

type TypedLists = Pick<TypedTakes, 'outcodes' | 'practices' | 'languages'>;

/** The lists that an organisation and a team each have; what is wrong with one is put among the problems. */
export function readLists(typed: TypedLists, problems: Partial<Record<keyof TypedLists, string>>) {
  const outcodes = listOf(typed.outcodes.toUpperCase(), /[\s,;]+/);
  const odd = outcodes.find((one) => !OUTCODE.test(one));
  if (odd) problems.outcodes = `${odd.slice(0, 20)} is not the first half of a postcode. Write for example RG12`;
  const practices = listOf(typed.practices, /\n/);
  if (practices.some((one) => one.length > 200)) problems.practices = 'Put each practice on a line of its own';
  const languages = listOf(typed.languages, /[\n,;]+/);
  if (languages.some((one) => one.length > 60)) problems.languages = 'Put each language on a line of its own';
  const lists = {outcodes, practices, languages};
  for (const [name, list] of Object.entries(lists))
    if (list.length > MOST) problems[name as keyof TypedLists] = `Name ${MOST} or fewer`;
  return lists;
}

/** Reads what was typed, or says beside each field what has to be put right. */
export function readTakes(typed: TypedTakes): {ok: true; takes: Takes} | {ok: false; problems: Problems} {
  const problems: Problems = {};
  const says = typed.says.trim();
  if (!says) problems.says = 'Say in a sentence what you do';
  else if (says.length > 400) problems.says = 'Use 400 letters or fewer';

  const {outcodes, practices, languages} = readLists(typed, problems);
  const networks = listOf(typed.networks, /\n/);
  if (Object.keys(networksOf(networks)).length !== networks.length)
    problems.networks = 'Write each as its name, a colon and its practices, and each name once';
  if (networks.length > MOST) problems.networks = `Name ${MOST} or fewer`;

  const capacity = typed.capacity.trim() === '' ? null : Number(typed.capacity);
  if (capacity !== null && !(Number.isInteger(capacity) && capacity > 0 && capacity <= MOST_OPEN))
    problems.capacity = 'Enter a whole number above 0, or leave it empty';
  if (!Object.hasOwn(GIVES_OUT, typed.givesOut)) problems.givesOut = 'Choose one';
  if (typed.isOpen !== 'yes' && typed.isOpen !== 'no') problems.isOpen = 'Choose one';
  if (Object.keys(problems).length > 0) return {ok: false, problems};
  return {
    ok: true,
    takes: {
      says,
      outcodes,
      practices,
      languages,
      networks,
      needs: typed.needs,
      capacity,
      givesOut: typed.givesOut as Takes['givesOut'],
      isOpen: typed.isOpen === 'yes',
    },
  };
}

/** 'Forest PCN: Larch Lane Surgery; The Elms' as a name with its practices. What has no name or no practice is left out. */
export function networksOf(lines: readonly string[]): Record<string, string[]> {
  const networks: Record<string, string[]> = {};
  for (const line of lines) {
    const at = line.indexOf(':');
    const [name, practices] = [line.slice(0, at).trim(), listOf(line.slice(at + 1), /;/)];
    if (at > 0 && name && practices.length > 0) networks[name] = practices;
  }
  return networks;
}

/** Each once, whatever its capitals: as it was written first. */
export function listOf(words: string, between: RegExp): string[] {
  const first = new Map<string, string>();
  for (const part of words.split(between)) {
    const one = part.trim().replace(/\s+/g, ' ');
    if (one && !first.has(one.toLowerCase())) first.set(one.toLowerCase(), one);
  }
  return [...first.values()];
}
