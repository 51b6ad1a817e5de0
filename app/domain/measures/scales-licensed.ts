/** The scales whose wording a licence withholds, as data: topics and scoring are here, words are null until a licensed deployment puts them in. */
import type {z} from 'zod';
import type {scaleSchema} from './scale-schema.ts';

type ScaleData = z.input<typeof scaleSchema>;
type ItemData = ScaleData['items'][number];

const withheld = (values: number[]): ItemData['answer'] => ({
  kind: 'choice',
  choices: values.map((value) => ({value, words: null})),
});

/** From a raw score of 7 upwards, one by one. */
const SWEMWBS_TABLE = [
  7, 9.51, 11.25, 12.4, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59, 19.25, 19.98, 20.73,
  21.54, 22.35, 23.21, 24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.7, 32.55, 35,
].map((score, place): [number, number] => [7 + place, score]);

const swemwbsTopics = {
  future: 'Hope for the future',
  useful: 'Being of use',
  relaxed: 'Being at ease',
  problems: 'Dealing with what comes up',
  thinking: 'A clear head',
  close: 'Closeness to others',
  decide: 'Making up one’s own mind',
};

const swemwbs: ScaleData = {
  key: 'swemwbs',
  name: 'Short Warwick–Edinburgh Mental Wellbeing Scale',
  shortName: 'Wellbeing (SWEMWBS)',
  version: '2009 conversion table',
  source:
    'Stewart-Brown et al., Health and Quality of Life Outcomes 2009, 7:15: raw scores converted so that steps are even',
  licence: {holder: 'University of Warwick', reference: null},
  intro: null,
  items: Object.entries(swemwbsTopics).map(([key, topic]) => ({
    key,
    topic,
    words: null,
    answer: withheld([1, 2, 3, 4, 5]),
  })),
  scores: [
    {
      key: 'total',
      name: 'Wellbeing',
      items: Object.keys(swemwbsTopics),
      how: 'sum',
      needs: 7,
      table: SWEMWBS_TABLE,
      better: 'higher',
      least: 7,
      most: 35,
      decimals: 2,
      reliableChange: {points: 2.87, source: '2.77 standard errors of measurement (one is 1.03): Shah et al., 2018'},
    },
  ],
};

const pam: ScaleData = {
  key: 'pam',
  name: 'Patient Activation Measure, as its own tool has scored it',
  shortName: 'Activation (PAM)',
  version: 'As written down with each score',
  source:
    'Hibbard et al., Health Services Research 2004: scored 0 to 100 and levels 1 to 4 by the licensed tool, never here',
  licence: {holder: 'Phreesia (formerly Insignia Health)', reference: null},
  intro: 'Copy the score and the level from the licensed tool, and say which version made them.',
  items: [
    {key: 'score', topic: 'Score', words: null, answer: {kind: 'number', from: 0, to: 100, decimals: 1}},
    {key: 'level', topic: 'Level', words: null, answer: withheld([1, 2, 3, 4])},
    {key: 'algorithm', topic: 'Version of the tool that scored it', words: null, answer: {kind: 'words'}},
  ],
  scores: [
    {
      key: 'score',
      name: 'Activation score',
      items: ['score'],
      how: 'value',
      needs: 1,
      better: 'higher',
      least: 0,
      most: 100,
      decimals: 1,
      reliableChange: null,
    },
    {
      key: 'level',
      name: 'Activation level',
      items: ['level'],
      how: 'value',
      needs: 1,
      better: 'higher',
      least: 1,
      most: 4,
      isOrdinal: true,
      reliableChange: null,
    },
  ],
};

const mycaw: ScaleData = {
  key: 'mycaw',
  name: 'Measure Yourself Concerns and Wellbeing',
  shortName: 'Own concerns (MYCaW)',
  version: '2003',
  source:
    'Paterson et al., 2003: one or two concerns in the person’s own words, and wellbeing, each 0 (best) to 6 (worst)',
  licence: {holder: 'Meaningful Measures Ltd', reference: null},
  intro: null,
  items: [
    {key: 'concern_1', topic: 'First concern, in their words', words: null, answer: {kind: 'words', isCarried: true}},
    {
      key: 'rated_1',
      topic: 'How much the first concern troubles them',
      words: null,
      answer: withheld([0, 1, 2, 3, 4, 5, 6]),
    },
    {
      key: 'concern_2',
      topic: 'Second concern, in their words',
      words: null,
      answer: {kind: 'words', isCarried: true},
      isOptional: true,
    },
    {
      key: 'rated_2',
      topic: 'How much the second concern troubles them',
      words: null,
      answer: withheld([0, 1, 2, 3, 4, 5, 6]),
      isOptional: true,
    },
    {key: 'wellbeing', topic: 'General wellbeing', words: null, answer: withheld([0, 1, 2, 3, 4, 5, 6])},
  ],
  scores: [
    ['concern_1', 'First concern', 'rated_1'],
    ['concern_2', 'Second concern', 'rated_2'],
    ['wellbeing', 'Wellbeing', 'wellbeing'],
  ].map(([key, name, one]) => ({
    key: key!,
    name: name!,
    items: [one!],
    how: 'value' as const,
    needs: 1,
    better: 'lower' as const,
    least: 0,
    most: 6,
    reliableChange: null,
  })),
};

export const LICENSED_SCALES: readonly ScaleData[] = [swemwbs, pam, mycaw];
