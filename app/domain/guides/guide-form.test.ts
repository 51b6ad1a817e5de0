import {beforeAll, describe, expect, it} from 'vitest';
import {differences} from './guide-differences.ts';
import {aboutFields, fieldsOf, rearranged, typedFields, withAbout, withQuestion, type Typed} from './guide-form.ts';
import type {Guide} from './guide-schema.ts';
import {readShippedGuides} from './read-guides.server.ts';

let guides: Guide[];
let fall: Guide;
beforeAll(async () => {
  guides = await readShippedGuides();
  fall = guides.find(({key}) => key === 'fall')!;
});
const changed = (outcome: ReturnType<typeof withQuestion>): Guide => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.guide;
};
const problems = (outcome: ReturnType<typeof withQuestion>) => (outcome.ok ? null : outcome.problems);
const fields = (key: string): Typed => fieldsOf(fall.questions.find((question) => question.key === key)!);

describe('a question in a form', () => {
  it('comes back as it was, for every question of every guide', () => {
    for (const guide of guides) {
      expect(changed(withAbout(guide, aboutFields(guide)))).toEqual(guide);
      for (const question of guide.questions) {
        const after = changed(withQuestion(guide, question.key, fieldsOf(question)));
        expect(differences(guide, after), question.key).toEqual([]);
      }
    }
  });

  it('is changed where it was changed, and keeps its key and those of its answers', () => {
    const typed = {
      ...fields('how-long'),
      ask: 'How long have they lain there?',
      'option.0.label': 'Under half an hour',
    };
    const after = changed(withQuestion(fall, 'how-long', typed));
    expect(after.questions[2]).toMatchObject({
      key: 'how-long',
      options: [{value: 'minutes', label: 'Under half an hour'}, {}, {}, {}],
    });
    expect(differences(fall, after).map(({what}) => what)).toEqual([
      '‘How long have they lain there?’: question',
      '‘How long have they lain there?’: answers',
      '‘How long have they lain there?’: suggests',
    ]);
  });

  it('that is new stands at the end, with a key of its own', () => {
    const typed = {
      ask: 'Do they wear slippers?',
      kind: 'choice',
      'option.0.label': 'Yes',
      'option.1.label': 'No',
      'option.2.label': '',
    };
    const once = changed(withQuestion(fall, null, typed));
    const twice = changed(withQuestion(once, null, typed));
    expect(twice.questions.slice(-2).map(({key}) => key)).toEqual(['do-they-wear-slippers', 'do-they-wear-slippers-2']);
    expect(once.questions.at(-1)).toMatchObject({
      options: [
        {value: 'yes', label: 'Yes'},
        {value: 'no', label: 'No'},
      ],
    });
    expect(differences(fall, once)[0]).toEqual({
      what: '‘Do they wear slippers?’: question',
      was: '',
      now: 'Do they wear slippers?',
    });
  });

  it('gets a new suggestion from the empty row, and loses one that is ticked', () => {
    const row = {'s.1.is.yes': 'yes', 's.1.priority': 'hours_2', 's.1.because': 'They fell', 's.0.remove': 'yes'};
    const after = changed(withQuestion(fall, 'awake', {...fields('awake'), ...row}));
    expect(after.questions[0]!.suggests).toEqual([{when: {is: ['yes']}, priority: 'hours_2', because: 'They fell'}]);
  });

  it.each<[string, Typed, Record<string, string>]>([
    ['no words', {ask: ' '}, {ask: 'Write the question, in 300 letters at most'}],
    ['no reason', {'s.0.because': ''}, {'s.0.because': 'Say why: it is shown to whoever asks'}],
    ['an emergency that rings nobody', {'s.0.ring': ''}, {'s.0.ring': 'An emergency has to say: ring 999'}],
    [
      'nothing after which it follows',
      {'s.0.is.no': '', 's.0.is.not_sure': ''},
      {'s.0.when': 'Say after which answers it is suggested'},
    ],
    ['a priority that there is not', {'s.0.priority': 'soon'}, {'s.0.priority': 'Check this'}],
  ])('with %s says so beside the field', (_what, typed, expected) => {
    expect(problems(withQuestion(fall, 'awake', {...fields('awake'), ...typed}))).toEqual(expected);
  });

  it('of a number that says after which number nothing follows says so beside the first bound', () => {
    const typed = {...fields('falls-this-year'), 's.0.atLeast': '', 's.0.atMost': ''};
    expect(problems(withQuestion(fall, 'falls-this-year', typed))).toEqual({
      's.0.atLeast': 'Say after which answers it is suggested',
    });
  });

  it('with numbers that are none says so', () => {
    const typed = {...fields('falls-this-year'), from: 'none', 's.0.atLeast': 'two'};
    expect(problems(withQuestion(fall, 'falls-this-year', typed))).toMatchObject({
      from: 'Write a number in figures',
      's.0.atLeast': 'Write a number in figures',
    });
  });

  it('on which others depend can be neither taken out nor put behind them', () => {
    const refused = {ask: expect.stringContaining('About how long') as string};
    expect(problems(rearranged(fall, 'on-the-floor', 'remove'))).toEqual(refused);
    expect(problems(rearranged(fall, 'on-the-floor', 'down'))).toEqual(refused);
    const unwell = guides.find(({key}) => key === 'care-home-unwell')!;
    expect(problems(rearranged(unwell, 'pulse', 'remove'))).toEqual({
      ask: 'The score of this guide needs this question as it was',
    });
    const alone = changed(rearranged(fall, 'wants', 'remove'));
    expect(differences(fall, alone)).toEqual([
      {what: '‘What would help them most now?’', was: 'What would help them most now?', now: ''},
    ]);
    const moved = changed(rearranged(fall, 'afraid', 'up'));
    expect(differences(fall, moved).map(({what}) => what)).toEqual(['Order of the questions']);
  });

  it('keeps of a form what is a field, each once and not without end', () => {
    const form = new FormData();
    form.append('ask', 'x'.repeat(3000));
    form.append('not a name', 'x');
    form.append('file', new Blob(['x']));
    expect(typedFields(form)).toEqual({ask: 'x'.repeat(2000)});
  });
});

describe('what a guide says about itself', () => {
  it('is asked for whole', () => {
    const typed = {...aboutFields(fall), reviewBy: '31/2/2027', sources: ' \n '};
    expect(problems(withAbout(fall, typed))).toEqual({
      reviewBy: 'Write a date like 30/11/2027',
      sources: 'Name at least one source and at most 12, each on a line of its own',
    });
  });
});
