import type {ServerText} from '../en-server.ts';

/** The pages of prose, in Polish: each is whole, as its parts belong together. */
export const pages: ServerText['pages'] = {
  about: {
    title: 'O Fingerpost',
    description: 'Czym jest Fingerpost, kto dba o aktualność informacji i jak coś poprawić.',
    lede: 'Fingerpost pomaga znaleźć grupy, usługi i ludzi w Twojej okolicy. Jedni pomogą w kłopocie. Inni są po prostu dobrym towarzystwem.',
    sections: [
      {
        heading: 'Dla kogo to jest',
        paragraphs: [
          'Dla każdego. Możesz szukać dla siebie, dla kogoś bliskiego albo dla kogoś, z kim pracujesz. Szukanie jest bezpłatne i nie potrzeba konta.',
        ],
      },
      {
        heading: 'Skąd są informacje',
        paragraphs: [
          'O każdej grupie i usłudze mówią nam ludzie, którzy ją prowadzą. Na każdej stronie jest napisane, kiedy i przez kogo informacje były ostatnio sprawdzone. Jeśli było to ponad rok temu, piszemy o tym: wtedy lepiej najpierw zadzwonić.',
          'Obecność na Fingerpost nie znaczy, że polecamy jedną usługę bardziej niż inną.',
        ],
      },
      {
        heading: 'Jak układane są wyniki',
        paragraphs: ['Nikt nie może zapłacić za pierwsze miejsce. Liczy się:'],
        points: [
          'jak dobrze wynik pasuje do Twoich słów i do potrzeby, która za nimi stoi',
          'jak blisko jest podanego miejsca',
          'czy są miejsca',
          'jak dawno informacje były sprawdzone',
        ],
      },
      {
        heading: 'Coś się nie zgadza albo czegoś brakuje',
        paragraphs: [
          'Na każdej stronie jest link, aby nam o tym powiedzieć. Czytamy każdą wiadomość. Dziękujemy za pomoc sąsiadom.',
        ],
      },
    ],
  },

  accessibility: {
    title: 'Dostępność',
    description: 'Jak Fingerpost jest zrobiony, żeby każdy mógł z niego korzystać, i co zrobić, gdy coś przeszkadza.',
    lede: 'Fingerpost powinien działać dla każdego. Jeśli coś Ci przeszkadza, chcemy o tym wiedzieć.',
    sections: [
      {
        heading: 'Co powinno być możliwe',
        paragraphs: [],
        points: [
          'powiększenie tekstu do czterech razy bez utraty treści',
          'korzystanie z całej strony za pomocą klawiatury albo głosu',
          'słuchanie strony za pomocą czytnika ekranu',
          'używanie własnych kolorów albo wysokiego kontrastu',
          'korzystanie bez JavaScriptu, na starym telefonie lub wolnym łączu',
          'wydrukowanie każdej strony',
        ],
      },
      {
        heading: 'Mapa',
        paragraphs: [
          'Wszystko, co jest na mapie, jest też na liście obok. Mapa nigdy nie jest potrzebna, aby coś znaleźć albo tam dotrzeć.',
        ],
      },
      {
        heading: 'Zasady, których się trzymamy',
        paragraphs: [
          'Stosujemy wytyczne Web Content Accessibility Guidelines, wersja 2.2, poziom AA. Przy każdej zmianie sprawdzamy każdą stronę: szukamy błędów, które może znaleźć maszyna, używamy samej klawiatury i wyłączamy JavaScript.',
          'Dwie rzeczy nie są skończone. Naszych tekstów po walijsku i po polsku nie czytali jeszcze ludzie, którzy mówią tymi językami na co dzień. A to, co grupy piszą o sobie, jest najczęściej po angielsku i nie zawsze jest napisane prosto.',
        ],
      },
      {
        heading: 'Powiedz nam',
        paragraphs: [
          'Jeśli nie możesz skorzystać z jakiejś części strony albo potrzebujesz informacji w innej formie (duży druk, tekst łatwy do czytania, Twój język, odczytanie na głos), skontaktuj się z zespołem na stronie „Porozmawiaj z kimś”.',
        ],
      },
    ],
  },

  privacy: {
    title: 'Prywatność',
    description: 'Co Fingerpost zapisuje, gdy z niego korzystasz, a czego nigdy nie zapisuje.',
    lede: 'Możesz korzystać z Fingerpost, nie mówiąc nam, kim jesteś. Zapisujemy tak mało, jak się da.',
    sections: [
      {
        heading: 'Gdy szukasz',
        paragraphs: [
          'Zapisujemy wpisane słowa, pierwszą część kodu pocztowego (na przykład RG12), wybrane filtry, liczbę wyników i to, co zostało otwarte. Dzięki temu widzimy, gdzie brakuje pomocy.',
          'Nie zapisujemy, kim jesteś, pełnego kodu pocztowego ani adresu Twojego urządzenia. Wpisane liczby i adresy e-mail usuwamy. Prosimy nie wpisywać nazwisk: nie każde umiemy odróżnić od innych słów.',
          'Wszystko to kasujemy po 13 miesiącach.',
        ],
      },
      {
        heading: 'Twoja lista',
        paragraphs: [
          'Twoja lista jest przechowywana w Twojej przeglądarce, w pliku cookie o nazwie „shortlist”, przez trzy miesiące. Gdy usuniesz wszystko z listy, zniknie też ten plik.',
          'Jeśli udostępnisz listę, link zawiera tylko numery pozycji i nic o Tobie.',
        ],
      },
      {
        heading: 'Gdy prosisz o kogoś do towarzyszenia (link worker)',
        paragraphs: [
          'To, co wpiszesz, przechowujemy przez 14 dni, aby można było przerwać i wrócić. Otwiera to tylko Twój własny link. Plik cookie o nazwie „refer” pamięta o tym przez jeden dzień.',
          'Gdy wyślesz formularz, trafi on do link workerów, którzy się z Tobą skontaktują. Nikt inny na tej stronie go nie zobaczy.',
        ],
      },
      {
        heading: 'Gdy masz prywatny link',
        paragraphs: [
          'Niektóre osoby dostają własny link: do kilku pytań, planu, listu albo prywatnej strony. Otworzy go każdy, kto go ma, więc nie pokazuj go innym.',
          'Jeśli strona ma kod, plik cookie o nazwie „__Host-private” pamięta przez jeden dzień, że kod został podany. Zapisujemy, kiedy taka strona była otwierana.',
        ],
      },
      {
        heading: 'Inne pliki cookie',
        paragraphs: [
          'Jeśli wybierzesz język, plik cookie o nazwie „lang” pamięta go przez rok. Jeśli powiesz nam, że coś się nie zgadza, plik cookie o nazwie „report” pilnuje, aby Twoja wiadomość liczyła się raz. Znika po 30 minutach.',
          'Nie ma reklam ani śledzenia.',
        ],
      },
      {
        heading: 'Na wspólnym komputerze',
        paragraphs: [
          'Odwiedzone strony zostają w historii przeglądarki. Możesz użyć okna prywatnego albo wyczyścić historię, gdy skończysz.',
        ],
      },
      {
        heading: 'Mapy',
        paragraphs: [
          'Jeśli ta strona pobiera mapę od innej organizacji, ta organizacja widzi, na którą część mapy patrzysz. Nie widzi, czego szukasz.',
        ],
      },
    ],
  },

  talk: {
    title: 'Porozmawiaj z kimś',
    description: 'Zadzwoń lub napisz do kogoś, kto poszuka razem z Tobą.',
    lede: 'Nie musisz wiedzieć, czego Ci potrzeba. Powiedz własnymi słowami, co się dzieje. Wysłuchamy i poszukamy razem z Tobą.',
    phoneTitle: 'Zadzwoń do nas',
    emailTitle: 'Napisz do nas',
    emailAdvice: 'Odpowiadamy w ciągu dwóch dni roboczych. Prosimy, nie wysyłaj e-mailem nic bardzo osobistego.',
    hours: 'Od poniedziałku do piątku, 9:00–17:00',
    expectTitle: 'Co się dzieje, gdy zadzwonisz',
    expect: [
      'Odbiera człowiek, nie maszyna.',
      'Pytamy, co by pomogło i gdzie mniej więcej mieszkasz. Nie musisz podawać nazwiska.',
      'Szukamy razem, a listę możemy wysłać pocztą, e-mailem albo SMS-em.',
      'Możesz zadzwonić w imieniu kogoś innego, jeśli ta osoba tego chce.',
    ],
    walkTitle: 'Ktoś, kto będzie Ci towarzyszyć',
    walk: 'Link worker to ktoś, kto ma czas. Pyta, co jest dla Ciebie ważne, i pomaga znaleźć ludzi i grupy, które Ci odpowiadają.',
    walkLink: 'Poproś o taką osobę',
    urgentTitle: 'Jeśli nie można czekać',
    urgent: [
      {number: '999', tel: '999', words: 'Ktoś jest w niebezpieczeństwie lub ciężko ranny. Połączenie jest bezpłatne.'},
      {
        number: '111',
        tel: '111',
        words:
          'Potrzebujesz pomocy medycznej, ale to nie sprawa dla 999. W kryzysie psychicznym zadzwoń pod 111 i wybierz 2.',
      },
      {
        number: '116 123',
        tel: '116123',
        words: 'Samaritans. Porozmawiaj o wszystkim, co Cię dręczy, w dzień i w nocy. Połączenie jest bezpłatne.',
      },
      {
        number: '85258',
        tel: null,
        words: 'Wyślij na ten numer SMS o treści SHOUT, w dzień lub w nocy, jeśli wolisz pisać niż mówić.',
      },
    ],
    deaf: 'Jeśli nie słyszysz albo trudno Ci mówić przez telefon, wpisz 18001 przed naszym numerem, aby użyć Relay UK.',
  },
};
