/** Whom the demonstration's link workers walk with. Nobody of it is real. */

export interface Life {
  given: string;
  family: string;
  born: string;
  needs: string[];
  story: string;
  /** A first note of a contact, and how it went on. */
  notes: string[];
}

const life = (name: string, born: string, needs: string, story: string, ...notes: string[]): Life => {
  const [given = '', ...rest] = name.split(' ');
  return {given, family: rest.join(' '), born, needs: needs.split(' '), story, notes};
};

/** What must be known of some of them before they are rung or visited, by their given name. */
export const MUST_KNOW: Record<
  string,
  {alert?: [kind: string, note: string]; need?: [kind: string, need: string]; interpreter?: string}
> = {
  Doreen: {need: ['communication_support', 'Hears little on the telephone: speak slowly, or write']},
  Clive: {alert: ['animal', 'A large dog. Ring before you come, and he shuts it in']},
  Gareth: {alert: ['visit_in_pairs', 'Has been very frightened by visitors. Two of us, and say who is coming']},
  Beata: {interpreter: 'Polish'},
  Norman: {
    alert: ['key_safe', 'Cannot come to the door. Ring his daughter for the key'],
    need: ['information_format', 'Large print, 18 point'],
  },
  Yusuf: {interpreter: 'Turkish'},
  Edith: {need: ['contact_method', 'Letters only: the telephone upsets her']},
};

export const LIVES: Life[] = [
  life(
    'Doreen Hathaway',
    '1944-02-11',
    'loneliness getting-active',
    'Her husband died in spring. She would like to walk again, not alone.',
    'First talk. She misses the walks they took on Sundays.',
    'Went along to the Wednesday walkers. She laughed a lot.',
    'Goes by herself now.',
  ),
  life(
    'Clive Sandiford',
    '1951-07-30',
    'loneliness arts-and-creativity',
    'Retired, and the days are long. He used to play the trombone.',
    'First talk. The trombone is in the loft.',
    'Sent him the times of the community band.',
  ),
  life(
    'Parveen Akhtar',
    '1968-10-02',
    'carers-support low-mood',
    'Cares for her mother and has not slept through for months.',
    'Talked on the bus stop bench. She cried, and said it helped.',
    'Carers’ centre visits on Friday.',
  ),
  life(
    'Gareth Pugh-Morris',
    '1979-05-16',
    'debt anxiety',
    'Letters about debt that he does not open any more.',
    'Opened the letters together, seven of them.',
    'Money adviser has them now. He sleeps better.',
  ),
  life(
    'Beata Kowalczyk',
    '1990-12-08',
    'new-to-area english-classes',
    'Moved here in autumn with two children and knows nobody.',
    'First talk, in Polish and English.',
    'She joined the conversation class and brought cake.',
  ),
  life(
    'Norman Eccles',
    '1938-01-27',
    'falls home-repairs',
    'Fell twice on the back step. Proud, and will not ask.',
    'Visited. The step is mended before anything else.',
    'Handrail is in. He will think about the balance class.',
  ),
  life(
    'Sandra Whitlock',
    '1957-09-19',
    'bereavement loneliness',
    'Lost her sister in August and stopped going out.',
    'She told me about her sister for an hour.',
    'Tried the coffee morning. Too loud, she says; the garden is better.',
  ),
  life(
    'Yusuf Demir',
    '1985-03-04',
    'work low-mood',
    'Out of work for a year. Good with his hands.',
    'First talk at the library.',
    'Repair café on Saturday: he mended three toasters.',
  ),
  life(
    'Edith Lambourne',
    '1932-11-21',
    'loneliness transport',
    'Cannot drive any more; church is four miles away.',
    'Volunteer drivers take her on Sundays now.',
  ),
  life(
    'Marcus Bell',
    '1996-06-12',
    'anxiety getting-active',
    'Anxious among people. Would like to run, with somebody quiet.',
    'Texted. He prefers to write.',
    'Ran once round the lake with the slow group.',
  ),
  life(
    'Rosalind Frith',
    '1962-04-25',
    'long-term-condition gardening-and-nature',
    'Rheumatism, and a garden that has got away from her.',
    'Walked through the garden together. Raised beds, perhaps.',
  ),
  life(
    'Ibrahim Conteh',
    '1973-08-08',
    'housing benefits',
    'Damp flat, a cough, and a form of 40 pages.',
    'Form is half done. Photographs of the wall taken.',
    'Landlord comes on Thursday.',
  ),
  life(
    'Joyce Ferriby',
    '1947-12-30',
    'dementia carers-support',
    'Her husband forgets; she holds it all together.',
    'Memory café, both of them. He sang.',
  ),
  life(
    'Kieran Doyle',
    '2001-02-17',
    'low-mood digital-skills',
    'Left college in the winter. Stays in his room, says his mother.',
    'Mother answered. He came to the door for a moment.',
  ),
  life(
    'Patience Mensah',
    '1981-11-11',
    'volunteering loneliness',
    'Works nights, free by day, and would like to be useful.',
    'She starts at the food bank on Monday.',
  ),
  life(
    'Arthur Pinnock',
    '1941-05-05',
    'hearing loneliness',
    'Hears badly and has let friends go because of it.',
    'Wrote on paper; we both laughed. Hearing clinic booked.',
  ),
];

/** What still waits in the inbox: whom, how they came, and how long ago (in hours). */
export interface Asking extends Life {
  source: 'self' | 'someone_else' | 'gp' | 'hospital' | 'fire' | 'housing' | 'pharmacy';
  hours: number;
  urgency: 'routine' | 'soon' | 'urgent';
  organisation?: string;
  consent?: 'not_yet';
  held?: 'links';
  language?: string;
  /** Who is asked, and where the person lives; without it, one of the others round Bracknell. */
  to?: {provider: string; postcode: string};
}

const CROWTHORNE = {provider: 'Crowthorne Connect', postcode: 'RG45 7AA'};

const asking = (one: Life, more: Omit<Asking, keyof Life>): Asking => ({...one, ...more});

export const ASKING: Asking[] = [
  asking(
    life(
      'Hilda Marchbank',
      '1939-03-14',
      'loneliness',
      'I have not spoken to anybody since Tuesday. I would like company, and I play whist.',
    ),
    {source: 'self', hours: 3, urgency: 'routine'},
  ),
  asking(
    life(
      'Trevor Stanhope',
      '1955-10-10',
      'debt energy-bills',
      'He sits in one room with one heater. I am his neighbour.',
    ),
    {source: 'someone_else', hours: 26, urgency: 'soon', consent: 'not_yet'},
  ),
  asking(
    life(
      'Amina Yusufzai',
      '1988-07-07',
      'low-mood new-baby',
      'Low since the birth of her second child. Would like to meet other mothers.',
    ),
    {source: 'gp', hours: 50, urgency: 'soon', organisation: 'Larch Lane Surgery'},
  ),
  asking(
    life(
      'Douglas Airey',
      '1936-08-23',
      'falls hospital-discharge',
      'Home from hospital tomorrow; lives alone, no family near.',
    ),
    {source: 'hospital', hours: 5, urgency: 'urgent', organisation: 'Thames Heath ward 4'},
  ),
  asking(
    life(
      'Margery Thistlewood',
      '1945-01-19',
      'hoarding loneliness',
      'Found at a Safe and Well check: narrow paths between boxes. She made us tea.',
    ),
    {source: 'fire', hours: 74, urgency: 'routine', organisation: 'Royal Oak Fire Station'},
  ),
  asking(life('Doreen Hathaway', '1944-02-11', 'getting-active', 'Would like something for the body in winter.'), {
    source: 'gp',
    hours: 20,
    urgency: 'routine',
    organisation: 'Larch Lane Surgery',
  }),
  asking(life('Best Deals', '1980-01-01', 'loneliness', 'Cheap loans www.a.example www.b.example www.c.example'), {
    source: 'self',
    hours: 9,
    urgency: 'routine',
    held: 'links',
  }),
  asking(
    life(
      'Bishnu Gurung',
      '1949-05-02',
      'loneliness',
      'My son works all day. I would like to talk with others in Nepali.',
    ),
    {source: 'self', hours: 6, urgency: 'routine', to: CROWTHORNE, language: 'Nepali'},
  ),
  asking(
    life('Patricia Wellbeck', '1951-09-17', 'falls getting-active', 'Fell twice this autumn and no longer goes out.'),
    {source: 'gp', hours: 29, urgency: 'soon', organisation: 'Larch Lane Surgery', to: CROWTHORNE},
  ),
  asking(
    life(
      'Graham Tolley',
      '1963-12-08',
      'debt energy-bills',
      'Behind with the rent and the heating. He is glad of help.',
    ),
    {source: 'housing', hours: 52, urgency: 'routine', organisation: 'Pinewood Homes', to: CROWTHORNE},
  ),
];
