/** Fictional people in any number, with the same seed always the same: more Smiths than a county has, and many names that are rare. */
import {nameWords} from '../../app/domain/people/names.ts';
import {checkFigure} from '../../app/domain/people/nhs-number.ts';
import type {FindableFacts} from '../../app/domain/people/person-keys.server.ts';
import {readReference} from '../../app/domain/people/reference.ts';
import type {Chance} from './generate-random.ts';

const GIVEN =
  `Margaret John David Susan Patricia Michael Peter William James Mary Robert Christine Linda Paul Elizabeth Barbara Richard Jean Ann Sarah Andrew
  Thomas Mark Stephen Karen Kenneth Julie Anthony Joan Helen Dorothy Brian Kevin Alan Catherine George Ronald Joyce Ian Janet Maureen Philip
  Christopher Sheila Emma Daniel Matthew Jack Charlie Harry Oliver Amelia Olivia Isla Ava Emily Sophie Grace Mohammed Fatima Aisha Ali Omar Yusuf
  Zainab Harpreet Gurpreet Jaspreet Rajesh Sunita Priya Anil Lakshmi Krzysztof Agnieszka Katarzyna Piotr Malgorzata Tomasz Jakub Zofia Siân Rhys
  Gwen Dafydd Angharad Owain Carys Niamh Siobhán Aoife Seán Wei Mei Ngọc Chidi Ngozi Kwame Ama Tendai Rutendo Elif Mehmet Ioana Andrei`.split(
    /\s+/,
  );
const FAMILY =
  `Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke
  Khan Ahmed Hussain Singh Kaur Begum Ali Shah O’Brien O’Connor Murphy Kelly Byrne MacDonald McKenzie Campbell Stewart Nowak Kowalski Wiśniewska
  Wójcik Lewandowski Nguyễn Tran Chen Wang Okafor Mensah Moyo Ncube Popescu Ionescu Yılmaz Silva Costa Rossi`.split(
    /\s+/,
  );
const START =
  'Ald Ash Bam Bar Bex Bram Car Chol Col Cran Dal Dun East Elm Far Fen Gar Had Hart Hol Ing Kel Lang Lin Mar Mel Nor Oak Pen Quar Rad Ren Sal Sed Sto Tam Thor Up Ven Wal Wes Yar'.split(
    ' ',
  );
const MIDDLE = ['', 'ber', 'den', 'er', 'ing', 'ke', 'ley', 'man', 'ner', 'o', 'ring', 's', 'ter', 'under', 'wel'];
const END =
  'bourne by combe cott croft dale den don field ford gate ham hurst land ley low man mere more ney pole ridge shaw stead stone ton vale wall well wick wood worth yard'.split(
    ' ',
  );
const LETTERS = '34679CDFGHJKMNPQRTWXY';

export interface MadePerson {
  facts: FindableFacts;
  given: string;
  family: string;
  keeper: number;
}

/** One person more. `number` makes telephone and NHS numbers differ; all are of ranges that belong to nobody. */
export function makePerson(chance: Chance, number: number, postcodes: string[], keepers: number): MadePerson {
  const given = GIVEN[zipf(chance, GIVEN.length)]!;
  const family = chance.happens(0.45)
    ? FAMILY[zipf(chance, FAMILY.length)]!
    : `${chance.one(START)}${chance.one(MIDDLE)}${chance.one(END)}`;
  const second = chance.happens(0.4) ? ` ${chance.one(GIVEN)}` : '';
  const birth = new Date(Date.UTC(1930 + Math.floor(chance.next() * 88), 0, chance.whole(1, 365)));
  const nine = `999${String(number).padStart(6, '0')}`;
  const check = checkFigure(nine);
  return {
    given,
    family,
    keeper: Math.min(keepers - 1, zipf(chance, keepers)),
    facts: {
      reference: makeReference(chance),
      names: [...(chance.happens(0.15) ? [chance.one(GIVEN)] : []), given + second, family],
      birthDate: birth.toISOString().slice(0, 10),
      estimate: null,
      nhsNumbers: check === null || chance.happens(0.3) ? [] : [`${nine}${check}`],
      references: chance.happens(0.1) ? [`LAS/${number}`] : [],
      phones: [
        `+4477009${String(number).padStart(5, '0').slice(-5)}`,
        ...(chance.happens(0.3) ? [`+441632${String(number).padStart(6, '0').slice(-6)}`] : []),
      ],
      emails: chance.happens(0.4) ? [`${nameWords(given)[0]}.${number}@mail.example`] : [],
      postcodes: [chance.one(postcodes)],
    },
  };
}

/** A place in a list, the first by far the commonest: in a list of 100 it is drawn 15 times of 100. */
function zipf(chance: Chance, length: number): number {
  return Math.min(length - 1, Math.floor(length ** chance.next() - 1));
}

const given = new Set<string>();
function makeReference(chance: Chance): string {
  for (;;) {
    const reference = readReference(`P${Array.from({length: 6}, () => chance.one([...LETTERS])).join('')}`);
    if (reference && !given.has(reference)) {
      given.add(reference);
      return reference;
    }
  }
}
