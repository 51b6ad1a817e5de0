/** The scales whose wording anyone may use, as data. */
import type {z} from 'zod';
import {carers} from './scale-carers.ts';
import type {scaleSchema} from './scale-schema.ts';

type ScaleData = z.input<typeof scaleSchema>;
type ItemData = ScaleData['items'][number];

/** 0 to 10 with a name at each end. */
const ten = (low: string, high: string): ItemData['answer'] => ({kind: 'line', from: 0, to: 10, low, high});
const wellbeingBands = [
  {from: 0, name: 'low'},
  {from: 5, name: 'medium'},
  {from: 7, name: 'high'},
  {from: 9, name: 'very high'},
];
const anxietyBands = [
  {from: 0, name: 'very low'},
  {from: 2, name: 'low'},
  {from: 4, name: 'medium'},
  {from: 6, name: 'high'},
];
const personal = (key: string, name: string, better: 'higher' | 'lower' = 'higher'): ScaleData['scores'][number] => ({
  key,
  name,
  items: [key],
  how: 'value',
  needs: 1,
  better,
  least: 0,
  most: 10,
  reliableChange: null,
  bands: better === 'higher' ? wellbeingBands : anxietyBands,
});

const ons4: ScaleData = {
  key: 'ons4',
  name: 'Personal wellbeing, four questions (ONS4)',
  shortName: 'Personal wellbeing (ONS4)',
  version: '2018',
  source:
    'Office for National Statistics, harmonised questions on personal wellbeing (Open Government Licence); never summed',
  licence: null,
  intro: 'Four questions about how you feel about your life. There are no right or wrong answers.',
  items: [
    {
      key: 'satisfied',
      topic: 'Satisfied with life',
      words: 'Overall, how satisfied are you with your life nowadays?',
      answer: ten('Not at all', 'Completely'),
    },
    {
      key: 'worthwhile',
      topic: 'What one does is worthwhile',
      words: 'Overall, to what extent do you feel that the things you do in your life are worthwhile?',
      answer: ten('Not at all', 'Completely'),
    },
    {
      key: 'happy',
      topic: 'Happy yesterday',
      words: 'Overall, how happy did you feel yesterday?',
      answer: ten('Not at all', 'Completely'),
    },
    {
      key: 'anxious',
      topic: 'Anxious yesterday',
      words: 'Overall, how anxious did you feel yesterday?',
      answer: ten('Not at all', 'Completely'),
    },
  ],
  scores: [
    personal('satisfied', 'Satisfied with life'),
    personal('worthwhile', 'Worthwhile'),
    personal('happy', 'Happy yesterday'),
    personal('anxious', 'Anxious yesterday', 'lower'),
  ],
};

const uclaAnswer: ItemData['answer'] = {
  kind: 'choice',
  choices: [
    {value: 1, words: 'Hardly ever or never'},
    {value: 2, words: 'Some of the time'},
    {value: 3, words: 'Often'},
  ],
};

const ucla3: ScaleData = {
  key: 'ucla3',
  name: 'Loneliness, three questions (UCLA-3)',
  shortName: 'Loneliness (UCLA-3)',
  version: '2004',
  source: 'Hughes et al., Research on Aging 2004, 26(6); ONS national measurement of loneliness: sum of three, 3 to 9',
  licence: null,
  intro: 'Three questions about the people around you.',
  items: [
    {
      key: 'companionship',
      topic: 'Company',
      words: 'How often do you feel that you lack companionship?',
      answer: uclaAnswer,
    },
    {key: 'left_out', topic: 'Left out', words: 'How often do you feel left out?', answer: uclaAnswer},
    {key: 'isolated', topic: 'Cut off', words: 'How often do you feel isolated from others?', answer: uclaAnswer},
  ],
  scores: [
    {
      key: 'total',
      name: 'Loneliness',
      items: ['companionship', 'left_out', 'isolated'],
      how: 'sum',
      needs: 3,
      better: 'lower',
      least: 3,
      most: 9,
      reliableChange: null,
    },
  ],
};

const lonely: ScaleData = {
  key: 'lonely',
  name: 'Loneliness, one direct question (ONS)',
  shortName: 'How often lonely',
  version: '2018',
  source: 'Office for National Statistics, national measurement of loneliness (Open Government Licence)',
  licence: null,
  intro: null,
  items: [
    {
      key: 'lonely',
      topic: 'How often lonely',
      words: 'How often do you feel lonely?',
      answer: {
        kind: 'choice',
        choices: [
          {value: 1, words: 'Often or always'},
          {value: 2, words: 'Some of the time'},
          {value: 3, words: 'Occasionally'},
          {value: 4, words: 'Hardly ever'},
          {value: 5, words: 'Never'},
        ],
      },
    },
  ],
  scores: [
    {
      key: 'lonely',
      name: 'How seldom lonely',
      items: ['lonely'],
      how: 'value',
      needs: 1,
      better: 'higher',
      least: 1,
      most: 5,
      isOrdinal: true,
      reliableChange: null,
      bands: [
        {from: 1, name: 'often or always'},
        {from: 2, name: 'some of the time'},
        {from: 3, name: 'occasionally'},
        {from: 4, name: 'hardly ever'},
        {from: 5, name: 'never'},
      ],
    },
  ],
};

const goalItems = [1, 2, 3].flatMap((number): ItemData[] => [
  {
    key: `goal_${number}`,
    topic: `Goal ${number}, in their words`,
    words: `What do you want to change?${number > 1 ? ' (if there is something else)' : ''}`,
    answer: {kind: 'words', isCarried: true},
    isOptional: number > 1,
  },
  {
    key: `now_${number}`,
    topic: `Goal ${number}, how far they have come`,
    words: 'How far have you come with it?',
    answer: ten('Not at all', 'I have got there'),
    isOptional: number > 1,
  },
]);

const goals: ScaleData = {
  key: 'goals',
  name: 'Progress towards one’s own goals',
  shortName: 'My goals',
  version: '1',
  source:
    'After Law and Jacob, Goals and Goal Based Outcomes (2015): up to three goals, each 0 to 10, each compared with itself',
  licence: null,
  intro: 'The goals in your plan, and how far you have come with each.',
  items: goalItems,
  scores: [1, 2, 3].map((number) => ({
    key: `goal_${number}`,
    name: `Goal ${number}`,
    items: [`now_${number}`],
    how: 'value' as const,
    needs: 1,
    better: 'higher' as const,
    least: 0,
    most: 10,
    reliableChange: null,
  })),
};

export const OPEN_SCALES: readonly ScaleData[] = [ons4, ucla3, lonely, goals, carers];
