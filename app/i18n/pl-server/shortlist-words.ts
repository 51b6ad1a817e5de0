import type {ServerText} from '../en-server.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

/** The list a visitor keeps, in words that the server puts together, in Polish. */
export const shortlistWords: PartialText<ServerText['shortlistWords']> = {
  title: 'Twoja lista',
  sharedTitle: 'Lista, którą ktoś Ci udostępnił',
  description: 'Grupy i usługi, które chcesz zapamiętać.',
  nowOn: (count) =>
    plural('pl', count, {
      one: '# pozycja na Twojej liście',
      few: '# pozycje na Twojej liście',
      many: '# pozycji na Twojej liście',
      other: '# pozycji na Twojej liście',
    }),
  missing: (count) =>
    plural('pl', count, {
      one: 'Jednej pozycji z tej listy nie ma już na Fingerpost.',
      other: 'Niektórych pozycji z tej listy (#) nie ma już na Fingerpost.',
    }),
  full: (limit) => `Twoja lista jest pełna. Mieści najwyżej ${limit} pozycji. Usuń coś, aby zrobić miejsce.`,
  mailSubject: 'Lista z Fingerpost',
  mailBody: (names, address) =>
    `Myślę, że to może się przydać:\n\n${names.map((name) => `- ${name}`).join('\n')}\n\nWszystko jest tutaj:\n${address}\n`,
  printedFrom: (address) => `Wydrukowano z ${address}`,
};
