/** The carers' survey, as data. */
import type {z} from 'zod';
import type {scaleSchema} from './scale-schema.ts';

type ScaleData = z.input<typeof scaleSchema>;
type ItemData = ScaleData['items'][number];

const carerAnswer = (best: string, some: string, none: string): ItemData['answer'] => ({
  kind: 'choice',
  choices: [
    {value: 2, words: best},
    {value: 1, words: some},
    {value: 0, words: none},
  ],
});

/** The carers' survey: six sides of a carer's own life, in words of ours, with the weights of the national survey. */
export const carers: ScaleData = {
  key: 'carers',
  name: 'Carers’ survey: quality of life of somebody who cares for another',
  shortName: 'Carers’ survey',
  version: '1',
  source:
    'Six parts of life as in the carer-reported quality of life of the Adult Social Care Outcomes Framework (1D): 0 to 2 each, 0 to 12 together',
  licence: null,
  intro: 'For somebody who looks after another person: six questions about your own life.',
  items: [
    {
      key: 'time',
      topic: 'Time for oneself',
      words: 'Do you get to spend time on things that you like?',
      answer: carerAnswer('As much as I want', 'Some, but not enough', 'None at all'),
    },
    {
      key: 'control',
      topic: 'Say over daily life',
      words: 'How much say do you have over your day?',
      answer: carerAnswer('As much as I want', 'Some, but not enough', 'None at all'),
    },
    {
      key: 'self_care',
      topic: 'Looking after oneself',
      words: 'Do you manage to look after yourself: sleep, food, your own health?',
      answer: carerAnswer('Yes', 'Sometimes', 'No, I neglect myself'),
    },
    {
      key: 'safe',
      topic: 'Safety',
      words: 'Do you feel safe?',
      answer: carerAnswer('Yes, I have no worries', 'I have some worries', 'No, I am very worried'),
    },
    {
      key: 'people',
      topic: 'Seeing people',
      words: 'Do you see people whom you like?',
      answer: carerAnswer('As much as I want', 'Some, but not enough', 'Hardly anyone'),
    },
    {
      key: 'support',
      topic: 'Encouragement',
      words: 'Does anyone encourage and support you in caring?',
      answer: carerAnswer('Yes, enough', 'Some, but not enough', 'No'),
    },
  ],
  scores: [
    {
      key: 'total',
      name: 'Carer’s quality of life',
      items: ['time', 'control', 'self_care', 'safe', 'people', 'support'],
      how: 'sum',
      needs: 6,
      better: 'higher',
      least: 0,
      most: 12,
      reliableChange: null,
    },
  ],
};
