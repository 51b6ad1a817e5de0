import type {ServerText} from '../en-server.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

/** The list a visitor keeps, in words that the server puts together, in Welsh. */
export const shortlistWords: PartialText<ServerText['shortlistWords']> = {
  title: 'Eich rhestr',
  sharedTitle: 'Rhestr a rannodd rhywun gyda chi',
  description: 'Grwpiau a gwasanaethau rydych am eu cofio.',
  nowOn: (count) =>
    plural('cy', count, {
      one: '# peth ar eich rhestr',
      two: '# beth ar eich rhestr',
      few: '# pheth ar eich rhestr',
      many: '# pheth ar eich rhestr',
      other: '# o bethau ar eich rhestr',
    }),
  missing: (count) =>
    plural('cy', count, {
      one: 'Nid yw un peth ar y rhestr hon ar Fingerpost mwyach.',
      other: 'Nid yw rhai pethau ar y rhestr hon (#) ar Fingerpost mwyach.',
    }),
  full: (limit) => `Mae eich rhestr yn llawn. Mae lle i ${limit} ar y mwyaf. Tynnwch rywbeth oddi arni i wneud lle.`,
  mailSubject: 'Rhestr o Fingerpost',
  mailBody: (names, address) =>
    `Roeddwn i’n meddwl y gallai’r rhain fod yn ddefnyddiol:\n\n${names.map((name) => `- ${name}`).join('\n')}\n\nGallwch eu gweld i gyd yma:\n${address}\n`,
  printedFrom: (address) => `Argraffwyd o ${address}`,
};
