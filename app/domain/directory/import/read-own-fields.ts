import {readDelivery} from './clean-choice.ts';
import {cleanLine, cleanParagraphs} from './clean-text.ts';
import type {Note} from './finding.ts';
import type {Delivery, ImportedPlace, ImportedSchedule, ImportedService, Kind, Space} from './imported-service.ts';
import {asList, asYesNo, isNothing, type Loose} from './loose-values.ts';

const KINDS: readonly string[] = ['group', 'service', 'activity', 'place', 'helpline', 'personal-assistant', 'online'];
const SPACES: readonly string[] = ['open', 'limited', 'waiting-list', 'full', 'unknown'];
const DELIVERIES: readonly Delivery[] = ['in-person', 'at-home', 'online', 'phone'];

type OwnFields = Pick<
  ImportedService,
  | 'kind'
  | 'space'
  | 'spaceNote'
  | 'keywords'
  | 'delivery'
  | 'howToJoin'
  | 'scheduleNote'
  | 'checkedBy'
  | 'acceptsSelfReferral'
  | 'acceptsProfessionalReferral'
  | 'acceptsPersonalBudget'
  | 'acceptsDirectPayment'
  | 'openOnBankHolidays'
  | 'audienceWords'
>;

/** What Fingerpost knows about a service beyond the standard, from HSDS fields that say it, or from columns named like ours. */
export function readFingerpostFields(
  record: Loose,
  parts: {schedules: ImportedSchedule[]; places: ImportedPlace[]},
  note: Note,
): OwnFields {
  const yesNo = (name: string) => readYesNo(record[name], name, note);
  return {
    kind: readChoice<Kind>(record.kind, KINDS, 'kind', note),
    space: readChoice<Space>(record.space, SPACES, 'space', note),
    spaceNote: cleanLine(record.space_note ?? record.wait_time, 'space_note', note),
    keywords: [
      ...readWords(record.keywords, 'keywords', note),
      ...readWords(record.alternate_name, 'alternate_name', note),
    ],
    delivery: readDeliveries(record, parts, note),
    howToJoin: cleanParagraphs(record.how_to_join ?? record.application_process, 'how_to_join', note),
    scheduleNote: cleanParagraphs(record.schedule_note, 'schedule_note', note),
    checkedBy: cleanLine(record.checked_by, 'checked_by', note, 100),
    acceptsSelfReferral: yesNo('accepts_self_referral'),
    acceptsProfessionalReferral: yesNo('accepts_professional_referral'),
    acceptsPersonalBudget: yesNo('accepts_personal_budget'),
    acceptsDirectPayment: yesNo('accepts_direct_payment'),
    openOnBankHolidays: yesNo('open_on_bank_holidays'),
    audienceWords: [
      ...readWords(record.audiences, 'audiences', note),
      ...readWords(record.eligibility_description, 'eligibility_description', () => {}),
    ],
  };
}

/** What is said about taking part comes first; without a word about it, a place one can go to means in person. */
function readDeliveries(
  record: Loose,
  {schedules, places}: {schedules: ImportedSchedule[]; places: ImportedPlace[]},
  note: Note,
): Delivery[] {
  const said = new Set<Delivery>();
  for (const [index, entry] of asList(textAsList(record.delivery), 'delivery', note).entries()) {
    const found = DELIVERIES.find((delivery) => delivery === entry);
    const meant = found ? [found] : readDelivery(entry);
    if (meant.length === 0) note(`delivery[${index}]`, 'This way of taking part is not on the list', entry);
    meant.forEach((delivery) => said.add(delivery));
  }
  for (const words of [record.attending_type, ...schedules.map((schedule) => schedule.attending_type)]) {
    readDelivery(words).forEach((delivery) => said.add(delivery));
  }
  if (places.some(({location}) => location.locationType === 'virtual')) said.add('online');
  if (said.size === 0 && places.some(({location}) => location.locationType === 'physical')) said.add('in-person');
  return DELIVERIES.filter((delivery) => said.has(delivery));
}

function readChoice<Word extends string>(
  value: unknown,
  words: readonly string[],
  field: string,
  note: Note,
): Word | null {
  if (isNothing(value)) return null;
  const text =
    typeof value === 'string'
      ? value
          .trim()
          .toLowerCase()
          .replace(/[\s_]+/g, '-')
      : '';
  if (words.includes(text)) return text as Word;
  note(field, 'The word is not on the list, so it was left out', value);
  return null;
}

function readYesNo(value: unknown, field: string, note: Note): boolean | null {
  const answer = asYesNo(value);
  if (answer === null && !isNothing(value)) note(field, 'Neither yes nor no, so it was left out', value);
  return answer;
}

function readWords(value: unknown, field: string, note: Note): string[] {
  const words = asList(textAsList(value), field, note).flatMap((word) => cleanLine(word, field, note, 100) ?? []);
  return [...new Set(words)].slice(0, 50);
}

/** 'a; b, c' is a list in one field, as in a spreadsheet. */
function textAsList(value: unknown): unknown {
  return typeof value === 'string'
    ? value
        .split(/[;,|\n]/)
        .map((part) => part.trim())
        .filter(Boolean)
        .slice(0, 100)
    : value;
}
