/**
 * The one page that goes with somebody: what matters to them, how they communicate, what to look out for, what is arranged.
 * Wards know it as the page in the red bag. Pure. Whatever would not fit on one side of A4 is shortened and says so.
 */
import {disciplines} from '../access/roles.ts';
import type {Call} from '../calls/get-call.server.ts';
import {DISPOSITIONS} from '../calls/dispositions.ts';
import type {PersonRecord} from '../people/get-record.server.ts';
import {shownValue} from '../people/record-fields.ts';
import {sections} from '../people/record-sections.ts';
import {dischargeInWords, readDischarge} from './discharge-form.ts';
import {fitLines} from './fit-lines.ts';

interface SummaryBox {
  title: string;
  lines: string[];
  /** Alerts stand out. */
  isAlert?: boolean;
}

export interface Summary {
  boxes: SummaryBox[];
  /** Whether anything had to be shortened so that it fits. */
  isShortened: boolean;
}

/** The whole sheet: the summary with whom it is about, and when it was made. */
export interface Sheet {
  summary: Summary;
  person: {name: string; born: string; reference: string; nhsNumber: string | null};
  made: string;
}

/** @param today 'YYYY-MM-DD' @param dayInWords of a moment */
export function toSummary(call: Call, record: PersonRecord, today: string, inWords: (moment: Date) => string): Summary {
  const said = new Map(
    dischargeInWords(readDischarge(call.extra.forms?.discharge), today).flatMap(({lines}) =>
      lines.map((line) => [line.name, line] as const),
    ),
  );
  const own = (name: string) => said.get(name)?.value;
  const labelled = (...names: string[]) =>
    names.flatMap((name) => (said.has(name) ? [`${said.get(name)!.label}: ${own(name)}`] : []));
  const rows = (key: string, words: (values: (name: string) => string | null) => string | null) => {
    const section = sections.find((one) => one.key === key)!;
    return (record.rows[key] ?? []).flatMap(({values}) => {
      const value = (name: string) =>
        shownValue(
          section.fields.find((field) => field.name === name)!,
          values[name] ?? null,
        );
      if (values.validUntil && String(values.validUntil) < today) return [];
      return words(value) ?? [];
    });
  };

  const boxes: SummaryBox[] = [
    {
      title: 'What matters to me',
      lines: present([own('matters'), call.goingWell, call.peopleAround]),
    },
    {
      title: 'How I communicate',
      lines: [
        ...rows('communication', (value) => value('need')),
        ...rows('languages', (value) =>
          value('interpreter') === 'Yes' ? `${value('language')}: interpreter needed` : value('language'),
        ),
      ],
    },
    {
      title: 'Look out for',
      lines: rows('alerts', (value) => `${value('kind')}: ${value('note')}`),
      isAlert: true,
    },
    {title: 'Medicines', lines: labelled('medicines', 'medicinesNote')},
    {title: 'Before, and now', lines: labelled('before', 'now', 'moves')},
    {title: 'At home', lines: labelled('home', 'keys', 'food', 'heating', 'equipment', 'care')},
    {title: 'What is arranged', lines: arranged(call, inWords, labelled('expectedOn', 'transport'))},
    {
      title: 'Who to ring',
      lines: [
        ...labelled('wardPhone'),
        ...rows(
          'relationships',
          (value) => `${value('kind')}: ${present([value('otherName'), value('otherPhone')]).join(', ')}`,
        ),
        ...rows('practice', (value) => `GP practice: ${value('name')}`),
      ],
    },
  ];
  const shortened = boxes.map((box) => ({...box, lines: fitLines(box.lines)}));
  return {
    boxes: shortened.map(({lines, ...box}) => ({...box, lines: lines.length > 0 ? lines : ['Not written down']})),
    isShortened: shortened.some(({lines}, place) => lines.join().length < plain(boxes[place]!.lines).length),
  };
}

function arranged(call: Call, inWords: (moment: Date) => string, first: string[]): string[] {
  return [
    ...first,
    ...call.handoffs.map(({discipline, dueAt}) => `${disciplines[discipline]} is in touch by ${inWords(dueAt)}`),
    ...(call.callBack && !call.callBack.doneAt ? [`We ring back on ${inWords(call.callBack.dueAt)}`] : []),
    ...(call.referral ? [`A link worker of ${call.referral.partnerName} is in touch`] : []),
    ...call.services.map(({name}) => `Told about: ${name}`),
    ...call.endings.flatMap(({kind, note}) =>
      kind === 'reconnected' || kind === 'passed_to_gp' ? [`${DISPOSITIONS[kind].name}${note ? `: ${note}` : ''}`] : [],
    ),
  ];
}

const plain = (lines: string[]) => lines.map((line) => line.replace(/\s+/g, ' ').trim()).join();

const present = (words: (string | null | undefined)[]): string[] =>
  words.flatMap((word) => (word?.trim() ? [word.trim()] : []));
