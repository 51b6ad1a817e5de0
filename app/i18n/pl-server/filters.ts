import type {ServerText} from '../en-server.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

/** The filters beside the results, in Polish. */
export const filters: PartialText<ServerText['filters']> = {
  facets: {
    need: 'W czym pomaga',
    kind: 'Rodzaj',
    how: 'Jak to się odbywa',
    day: 'Dzień',
    part: 'Pora dnia',
    cost: 'Koszt',
    age: 'Wiek',
    audience: 'Dla kogo',
    access: 'Ułatwienia dostępu',
    language: 'Język',
    joining: 'Udział i opłaty',
    space: 'Miejsca',
  },
  kind: {
    group: 'Grupy',
    service: 'Usługi',
    activity: 'Zajęcia i kursy',
    place: 'Miejsca, do których można pójść',
    helpline: 'Telefony zaufania i infolinie',
    'personal-assistant': 'Asystenci osobiści',
    online: 'Pomoc przez internet',
  },
  how: {
    'in-person': 'Idziesz na miejsce',
    'at-home': 'Ktoś przyjeżdża do Ciebie',
    online: 'Przez internet',
    phone: 'Przez telefon',
  },
  day: {
    MO: 'Poniedziałek',
    TU: 'Wtorek',
    WE: 'Środa',
    TH: 'Czwartek',
    FR: 'Piątek',
    SA: 'Sobota',
    SU: 'Niedziela',
  },
  part: {morning: 'Rano', afternoon: 'Po południu', evening: 'Wieczorem'},
  cost: {free: 'Bezpłatnie'},
  age: {
    'under-5': 'Poniżej 5 lat',
    '5-to-11': 'od 5 do 11',
    '12-to-17': 'od 12 do 17',
    '18-to-25': 'od 18 do 25',
    '26-to-64': 'od 26 do 64',
    '65-plus': '65 i więcej',
  },
  joining: {
    self: 'Możesz zgłosić się bez skierowania',
    'personal-budget': 'Przyjmuje budżety osobiste',
    'direct-payment': 'Przyjmuje płatności bezpośrednie',
  },
  space: {now: 'Są teraz miejsca'},
  within: (miles) => plural('pl', miles, {one: 'Do # mili', few: 'Do # mil', many: 'Do # mil', other: 'Do # mili'}),
  anyDistance: 'Dowolna odległość',
  onMap: 'Obszar na mapie',
  sorts: {best: 'Najlepiej pasujące', nearest: 'Najbliższe', checked: 'Ostatnio sprawdzone'},
};
