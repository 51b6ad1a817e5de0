/** One way to take a place off the end of the words. */
export interface WhereReading {
  what: string;
  where: string;
  /** How the place was led in; null when it merely stands at the end. */
  after: 'near' | 'in' | null;
}

const LEADS: readonly {words: string[]; after: 'near' | 'in'}[] = [
  {words: ['close', 'to'], after: 'near'},
  {words: ['near', 'to'], after: 'near'},
  {words: ['near'], after: 'near'},
  {words: ['nearby'], after: 'near'},
  {words: ['nr'], after: 'near'},
  {words: ['around'], after: 'near'},
  {words: ['in'], after: 'in'},
];
/** 'Stratford upon Avon, Warwickshire please'. */
const LONGEST_PLACE = 6;
const LONGEST_BARE_PLACE = 4;

/** The readings of words that may end with a place: after 'near' or 'in' first (the last of them), then bare, the longest first. */
export function listWhereReadings(words: string): WhereReading[] {
  const tokens = words.split(/\s+/).filter(Boolean);
  const plain = tokens.map((token) => token.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, ''));
  const reading = (whatEnds: number, whereStarts: number, after: WhereReading['after']): WhereReading => ({
    what: tidy(tokens.slice(0, whatEnds).join(' ')),
    where: tidy(tokens.slice(whereStarts).join(' ')),
    after,
  });

  const led: WhereReading[] = [];
  for (let at = plain.length - 2; at >= 0 && at >= plain.length - LONGEST_PLACE - 2; at--) {
    const lead = LEADS.find((one) => one.words.every((word, offset) => plain[at + offset] === word));
    if (lead && at + lead.words.length < plain.length) led.push(reading(at, at + lead.words.length, lead.after));
  }
  const bare: WhereReading[] = [];
  for (let size = Math.min(LONGEST_BARE_PLACE, plain.length - 1); size >= 1; size--) {
    bare.push(reading(plain.length - size, plain.length - size, null));
  }
  return [...led, ...bare].filter(({where}) => where !== '');
}

/** Where a part of a sentence ends. */
const PART_ENDS = /[,.;:!?]+\s+|\s+(?=(?:and|but|because|so|since|who)\s)/gi;
/** Where a place may end and the sentence go on: 'lunch in Crowthorne for my dad', 'yoga near Ascot on Tuesday'. */
const PLACE_ENDS = new RegExp(
  `\\s+(?=(?:${[
    ...[
      'that',
      'which',
      'when',
      'where',
      'while',
      'if',
      'on',
      'for',
      'with',
      'at',
      'from',
      'before',
      'after',
      'during',
      'every',
    ],
    ...[
      'this',
      'next',
      'today',
      'tonight',
      'tomorrow',
      'is',
      'has',
      'needs',
      'i',
      'im',
      "i'm",
      'we',
      'he',
      'she',
      'my',
      'please',
    ],
  ].join('|')})\\s)`,
  'gi',
);

/** A reading of words that go on after the place; less is proved by a place that ends where only the sentence goes on. */
type ReadingOnTheWay = WhereReading & {isLoose: boolean};

/** The same for a place that is said on the way and led in: 'my mum lives in Crowthorne and is lonely'. */
export function listReadingsOnTheWay(words: string): ReadingOnTheWay[] {
  const ends = [
    ...[...words.matchAll(PART_ENDS)].map((end) => ({end, isLoose: false})),
    ...[...words.matchAll(PLACE_ENDS)].map((end) => ({end, isLoose: true})),
  ];
  return ends.flatMap(({end: {index, 0: gap}, isLoose}) =>
    listWhereReadings(words.slice(0, index))
      .filter(({after}) => after !== null)
      .map((reading) => ({...reading, what: `${reading.what} ${words.slice(index + gap.length)}`.trim(), isLoose})),
  );
}

/** What stands after the first part of the words: 'know nobody' in 'Great Hollands, know nobody'. Empty where there is one part alone. */
export function afterFirstPart(words: string): string {
  const [end] = words.matchAll(PART_ENDS);
  return end ? tidy(words.slice(end.index + end[0].length)) : '';
}

/** Takes 'near', 'in' and loose punctuation off the end of what is left when a postcode was taken out of the words. */
export function withoutDanglingLead(words: string): string {
  return tidy(words.replace(/(?:^|\s)(?:close to|near to|near|nearby|nr|around|in|at|postcode)[\s,.:;-]*$/i, ''));
}

function tidy(words: string): string {
  return words.replace(/^[\s,.;:?!-]+|[\s,.;:?!-]+$/g, '');
}
