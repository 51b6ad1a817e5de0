import type {ServerText} from '../en-server.ts';
import type {PartialText} from '../partial-text.ts';

/** 'Is something wrong?', in Polish. */
export const reportForm: PartialText<ServerText['reportForm']> = {
  title: 'Coś się nie zgadza?',
  lede: (name) => `Powiedz nam, co się nie zgadza na stronie: ${name}. Ktoś z naszego zespołu to sprawdzi.`,
  question: 'Co się nie zgadza?',
  problems: {
    closed: 'To zamknięto albo się skończyło',
    contact: 'Telefon, e-mail lub strona internetowa nie działa',
    times: 'Dni lub godziny są błędne',
    place: 'Miejsce lub adres są błędne',
    cost: 'Koszt jest błędny',
    other: 'Coś innego',
  },
  message: 'Jak powinno być?',
  optional: 'Możesz zostawić to puste',
  messageHint:
    'Prosimy, nie pisz nic o sobie ani o innych osobach: żadnych nazwisk, adresów ani informacji o zdrowiu. Nie możemy odpisać.',
  send: 'Wyślij',
  back: (name) => `Wróć do: ${name}`,
  errorTitle: 'Jest problem',
  errors: {
    chooseProblem: 'Wybierz, co się nie zgadza',
    sayWhatElse: 'Napisz, co się nie zgadza',
    messageTooLong: 'Skróć wiadomość: najwyżej 2000 liter',
    tooMany:
      'Z tego miejsca przyszło bardzo wiele wiadomości. To, co masz napisane, zostaje tutaj: spróbuj ponownie za kilka minut',
  },
  errorPrefix: 'Błąd:',
  sentTitle: 'Dziękujemy. Mamy Twoją wiadomość',
  sent: 'Ktoś ją sprawdzi, zwykle w ciągu tygodnia. Twoja wiadomość pomoże następnej osobie, która tu zajrzy.',
  urgent:
    'Jeśli ktoś nie jest przez to bezpieczny, nie czekaj na nas. W niebezpieczeństwie zadzwoń pod 999. Możesz też porozmawiać z kimś z naszego zespołu.',
  talk: 'Porozmawiaj z kimś',
};
