/** The words of the made-up caseload. Nobody in it is real, and no telephone number in it can ring. */

const words = (text: string) => text.trim().split(/\s+/);

export const GIVEN_NAMES = words(`
  Ada Alan Alice Amira Andrew Anita Ann Anthony Anya Arthur Audrey Barbara Bernard Beryl Bilal Brenda Brian Bridget Carla
  Carol Catherine Cecil Charles Christine Clara Colin Connie Craig Cynthia Danuta David Dawn Denise Dennis Derek Diana
  Donald Doris Dorothy Edith Edna Eileen Elaine Elsie Emeka Enid Eric Esther Eva Fatima Florence Frances Frank Fred Gail
  Geoffrey George Gillian Gita Gladys Glenda Gordon Grace Greta Gwen Harold Harriet Hazel Heather Helen Henry Hilary Hugh
  Ian Imran Irene Iris Ivy Jack Janet Jasmin Jean Jennifer Joan John Josephine Joyce Judith Julia Karim Kathleen Keith
  Kenneth Kofi Krishna Laila Laura Leonard Leslie Lilian Linda Lorna Louise Lydia Mabel Malcolm Margaret Maria Marian
  Marion Martin Mary Maureen Mavis Megan Michael Mildred Miriam Moira Mohan Monica Muriel Nadia Nancy Nasreen Neil Nora
  Norman Olive Oliver Olga Omar Pamela Patricia Paul Pauline Peggy Peter Philip Phyllis Priya Rachel Ralph Raymond Reginald
  Rita Robert Roger Ronald Rosa Rosemary Roy Ruby Ruth Sadia Samuel Sarah Sheila Sidney Simon Sofia Stanley Stella Stephen
  Susan Suresh Sylvia Teresa Terence Thelma Thomas Una Vera Veronica Vincent Violet Walter Wendy Wilfred William Winifred
  Yasmin Yvonne Zainab Zofia
`);

const BEGINNINGS = words(`
  Alder Amber Apple Ash Barley Bell Birch Black Bram Briar Bright Broad Brook Burn Calder Carl Cherry Clay Cliff Cold Cop
  Crane Dale Dun East Elder Elm Fair Fal Farn Fern Field Fox Gar Glen Gold Gorse Grange Green Hal Hart Haw Hazel Heath Hedge
  Hol Hop Hurst Kes Kings Lamb Lang Lark Lind Lock Long Mar May Mead Mel Mill Moor Moss Nether New North Oak Old Or Pem Pine
  Pool Quarry Raven Red Ridge Rook Rose Row Rush Sal Sand Sedge Shel Silver Stan Stone Stock Sum Swan Thorn Tin Wake Walk
  War Weather Wes West Whit Wild Wind Win Wood Wren Yar Yew
`);
const ENDS = words(
  'bourne bridge bury by combe croft dale den field ford gate ham hurst ley low mere more stead ton well wick worth',
);

/** Some 2,200 family names, such as Aldercroft and Wrenmere. */
export const FAMILY_NAMES = BEGINNINGS.flatMap((beginning) => ENDS.map((end) => beginning + end));

/** Numbers that Ofcom keeps for drama, a thousand of each; those which the rest of the demonstration uses are left out. */
const RANGES = [
  '+441184960',
  '+441214960',
  '+441614960',
  '+441174960',
  '+441144960',
  '+441134960',
  '+441154960',
  '+441164960',
  '+441314960',
  '+441414960',
  '+441514960',
  '+442079460',
];

/** The number of somebody, counted from 0: nobody else's of the first 12,000. */
export function numberOf(person: number): string {
  const range = RANGES[Math.floor(person / 1000) % RANGES.length]!;
  return `${range}${String(person % 1000).padStart(3, '0')}`;
}

export const STREETS = [
  'Larch Close',
  'Mill Ride',
  'Heron Way',
  'Orchard Lane',
  'Chapel Green',
  'Station Rise',
  'Fern Walk',
];

/** Twenty-eight who walk with people, beside the five whom the small demonstration knows: 33 as in Leeds. */
export const MORE_WALKERS: Record<string, {domain: string; team: string | null; names: string[]}> = {
  'Lily Hill Link Workers': {
    domain: 'lilyhill.example',
    team: 'North',
    names: [
      'Amara Obi',
      'Callum Reid',
      'Deepa Menon',
      'Eleanor Finch',
      'Farah Siddiqui',
      'George Malley',
      'Hollie Tranter',
      'Isaac Penrose',
      'Jodie Marlow',
      'Kwame Asante',
      'Leanne Foxley',
      'Mateusz Zielinski',
    ],
  },
  'Crowthorne Connect': {
    domain: 'connect.example',
    team: 'Crowthorne and Sandhurst',
    names: ['Anil Thapa', 'Becky Stroud', 'Colette Byrne', 'Dominic Ashe', 'Erin Holloway', 'Sunita Rai'],
  },
  'Wokingham Walkalong': {
    domain: 'walkalong.example',
    team: 'Wokingham',
    names: [
      'Adele Cooper',
      'Bryn Howells',
      'Chidi Eze',
      'Dana Whitcombe',
      'Esme Larkin',
      'Finlay Burgess',
      'Gurpreet Gill',
      'Helena Voss',
      'Jamal Watts',
      'Keira Dunmore',
    ],
  },
};

export const NEEDS = [
  ['loneliness', 24],
  ['low-mood', 11],
  ['anxiety', 10],
  ['getting-active', 9],
  ['long-term-condition', 7],
  ['debt', 6],
  ['housing', 5],
  ['benefits', 5],
  ['bereavement', 5],
  ['carers-support', 6],
  ['energy-bills', 3],
  ['falls', 3],
  ['digital-skills', 2],
  ['new-to-area', 2],
  ['dementia', 3],
  ['work', 2],
  ['english-classes', 1],
  ['volunteering', 2],
  ['gardening-and-nature', 2],
  ['arts-and-creativity', 2],
  ['transport', 2],
] as const;

export const REASONS: Record<string, string> = {
  loneliness: 'Sees hardly anybody from one week to the next, and would like company.',
  'low-mood': 'Has been low for months. Nothing brings much joy; glad of somebody to talk to.',
  anxiety: 'Worries about everything and puts off going out.',
  'getting-active': 'Would like to move more, with others and without being hurried.',
  'long-term-condition': 'Has to live with an illness that will not go, and wants to do it well.',
  debt: 'Letters about money pile up unopened.',
  housing: 'The flat is damp and the landlord does not answer.',
  benefits: 'Does not know what there is, and the forms are long.',
  bereavement: 'Lost somebody close this year, and the house is quiet.',
  'carers-support': 'Looks after somebody day and night, and has no hour alone.',
  'energy-bills': 'Heats one room only, and is afraid of the next bill.',
  falls: 'Fell twice and has lost the heart to go out.',
  'digital-skills': 'Everything is on the internet now, and nobody has shown them how.',
  'new-to-area': 'Moved here and knows nobody.',
  dementia: 'Memory is going; both of them need people around.',
  work: 'Out of work for a year, and would like to be useful.',
  'english-classes': 'Would like to learn English and meet others.',
  volunteering: 'Has time, and would like to give some of it.',
  'gardening-and-nature': 'Loves gardens and has none any more.',
  'arts-and-creativity': 'Used to paint, and would like to begin again.',
  transport: 'Cannot drive any more, and the bus is too far.',
};

export const ORGANISATIONS: Record<string, string[]> = {
  gp: ['Larch Lane Surgery', 'Easthampstead Practice', 'Kings Gate Surgery', 'Mill Ride Practice', 'Fernbank Surgery'],
  hospital: ['Thames Heath ward 4', 'Thames Heath discharge team'],
  social_care: ['Adult social care, first contact', 'Early help'],
  fire: ['Royal Oak Fire Station'],
  police: ['Neighbourhood police, Bracknell'],
  housing: ['Pinewood Homes', 'Silver Birch Housing'],
  pharmacy: ['Crown Row Pharmacy'],
  job_centre: ['Job centre, Bracknell'],
  voluntary: ['Heath Lunch Club', 'Silver Line Drivers', 'Carers’ Corner'],
};

export const FIRST_NOTES = [
  'First talk. What matters to them: people, and a reason to get up.',
  'First talk, an hour. They had not told anybody so far.',
  'First talk on the telephone. Prefers mornings.',
  'First talk over tea. We begin with one small thing.',
  'First talk. Their daughter listened in, as they wished.',
];
export const NOTES = [
  'Checked in. It goes better than last week.',
  'Checked in. A hard week; we left it at listening.',
  'Talked through three groups; one sounds right.',
  'Looked at the form together. Half is done.',
  'Rang the group beforehand, so that somebody waits at the door.',
  'Went along. They stayed to the end.',
  'Went along. Too loud for them; we try a smaller one.',
  'Tried the bus together, there and back.',
  'They went by themselves, and told me all about it.',
  'Wrote down what helps when it gets hard.',
  'They have rung somebody they had not spoken to for years.',
  'Money adviser has the papers now.',
  'Step is smaller than we thought; they will do it by Friday.',
  'Practised on the tablet: a message to the grandchildren.',
];
export const ATTEMPT_NOTES = [
  'Rang, no answer.',
  'Left a message, as they allow.',
  'Rang, engaged.',
  'Sent a text, no reply yet.',
];
export const NEXT_STEPS = [
  'Ring and ask how it went',
  'Go along the first time',
  'Meet and talk about what matters',
  'Hear back from the group',
  'Look at the form together',
  'Check in',
  'Send the times of the group',
  'Meet at the library',
];
export const PAUSES = [
  'In hospital for an operation',
  'With family for some weeks',
  'Asked for a rest until the new month',
];

export const OUTCOMES: Record<string, string[]> = {
  goals_met: [
    'Goes by themselves now, and knows whom to ring.',
    'Has what they wanted, and a friend besides.',
    'Money is sorted; sleeps again.',
  ],
  not_needed: ['Family has stepped in; glad of the offer.', 'Found their own way meanwhile.'],
  passed_on: ['Community mental health team walks with them now.', 'Social care has it, with all we know.'],
  declined: ['Thanked us, and would rather not.', 'Not the right time; knows how to come back.'],
  no_contact: ['Rang three times, wrote once. Nothing came back.'],
  moved: ['Moved to be near family.'],
  died: ['Died at home. The family was rung.'],
};

export const GOALS: [string, string][] = [
  ['people', 'See somebody at least twice a week'],
  ['out', 'Get to the shops by myself'],
  ['mind', 'Sleep through again'],
  ['money', 'Open my letters when they come'],
  ['well', 'Walk for half an hour without stopping'],
  ['purpose', 'Be of use to somebody'],
  ['home', 'Feel warm and safe at home'],
  ['say', 'Say what I want at the surgery'],
];
export const MATTERS = [
  'My grandchildren, my garden, and to be asked for my opinion.',
  'Music. I have not sung since he died.',
  'To manage without being a burden.',
  'That somebody knows my name when I come in.',
  'Peace, and a dog one day.',
];
export const STRENGTHS = [
  'I listen well. I can mend things.',
  'I do not give up easily.',
  'I cook for six as easily as for one.',
  'Patience, and a good memory for names.',
];
export const AROUND = [
  'My neighbour with the spare key. My sister on Sundays.',
  'Nobody near. My son rings from Leeds.',
  'Two friends from work; we write.',
];
export const HARD = [
  'I ring my sister. I go out, even round the block.',
  'The radio helps. At night I write it down.',
  'I know the number to ring, and I will.',
];
export const PLAN_STEPS = [
  'Ring the group and ask when they meet',
  'Go along once, with company',
  'Put the letters on one heap',
  'Walk to the corner each morning',
];
