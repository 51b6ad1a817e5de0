import type {Text} from '../en.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

/** The list a visitor keeps, in Polish. */
export const shortlist: PartialText<Text['shortlist']> = {
  emptyTitle: 'Na Twojej liście nic jeszcze nie ma',
  empty:
    'Gdy znajdziesz coś, co Ci się podoba, naciśnij „Dodaj do swojej listy”. Potem możesz listę wydrukować albo komuś wysłać. Konto nie jest potrzebne.',
  sharedEmpty: 'Niczego z tej listy nie ma już na Fingerpost.',
  look: 'Szukaj pomocy i zajęć',
  cookie:
    'Twoja lista jest przechowywana w tej przeglądarce przez trzy miesiące. Nikt inny jej nie zobaczy, chyba że ją udostępnisz.',
  takeOff: 'Usuń z listy',
  putBack: 'Przywróć',
  takenOff: 'Usunięto z listy.',
  named: (name) => `: ${name}`,
  print: 'Wydrukuj listę',
  howToPrint: 'Aby wydrukować listę, wybierz „Drukuj” w menu przeglądarki.',
  share: 'Udostępnij listę',
  shareHint: 'Każdy, kto ma ten link, widzi, co jest na liście, ale nic o Tobie.',
  shareLink: 'Link do tej listy',
  copy: 'Kopiuj link',
  copied: 'Link skopiowany.',
  notCopied: 'Nie udało się skopiować. Naciśnij i przytrzymaj link, aby go skopiować.',
  email: 'Wyślij e-mailem',
  clear: 'Usuń wszystko',
  clearConfirm: 'Tak, usuń wszystko',
  keep: 'Zachowaj to na swojej liście',
  kept: 'To wszystko jest na Twojej liście.',
  toOwn: 'Zobacz swoją listę',
  phone: 'Telefon',
  announce: (count) =>
    plural('pl', count, {
      one: '# pozycja na Twojej liście',
      few: '# pozycje na Twojej liście',
      many: '# pozycji na Twojej liście',
      other: '# pozycji na Twojej liście',
    }),
};
