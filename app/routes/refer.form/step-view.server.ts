/** A page of the form in the words of whoever is asked. */
import type {ReferField} from '../../components/refer/refer-fields.tsx';
import {STEP_FIELDS, type ReferProblems, type Step, type TypedReferral} from '../../domain/referrals/refer-form.ts';
import type {ServerText} from '../../i18n/en-server.ts';

type ReferWords = ServerText['refer'];

interface Choice {
  key: string;
  name: string;
}

/** The fields of a page. @param needs those to tick */
export function fieldsOf(step: Step, typed: TypedReferral, words: ReferWords, needs: Choice[]): ReferField[] {
  const isOther = step === 'professional' || typed.forWhom === 'someone_else';
  return Object.entries(STEP_FIELDS[step])
    .filter(([name]) => !(name === 'agree' && isOther))
    .map(([name, {kind, required, options = []}]) => {
      const said = words.fields[name]!;
      const choices = options.filter((key) => key !== 'through_referrer' || typed.forWhom === 'someone_else');
      return {
        name,
        kind,
        label: isOther ? said.other : said.self,
        hint: said.hint ?? null,
        isOptional: !required && kind !== 'tick' && kind !== 'needs',
        options:
          kind === 'needs'
            ? needs.map((need) => ({key: need.key, label: need.name}))
            : choices.map((key) => ({key, label: words.options[name]?.[key] ?? key})),
      };
    });
}

export const problemsInWords = (problems: ReferProblems, words: ReferWords): Record<string, string> =>
  Object.fromEntries(Object.entries(problems).map(([name, problem]) => [name, words.problems[problem!]]));

export const headingOf = (step: Step, typed: TypedReferral, words: ReferWords): string =>
  words.steps[step][typed.forWhom === 'someone_else' ? 'other' : 'self'];

/** What was typed, page by page, to look over before it is sent. */
export function summaryOf(steps: readonly Step[], typed: TypedReferral, words: ReferWords, needs: Choice[]) {
  return steps
    .filter((step) => step !== 'check')
    .map((step) => ({
      step,
      title: headingOf(step, typed, words),
      rows: fieldsOf(step, typed, words, needs).flatMap((field) => {
        const value = valueInWords(field, typed[field.name] ?? '', words);
        return value ? [{label: field.label, value}] : [];
      }),
    }));
}

function valueInWords({kind, options}: ReferField, value: string, words: ReferWords): string {
  if (kind === 'tick') return value ? words.yes : '';
  if (kind !== 'choice' && kind !== 'needs') return value;
  const chosen = kind === 'needs' ? value.split(' ') : [value];
  return options
    .filter(({key}) => chosen.includes(key))
    .map(({label}) => label)
    .join(', ');
}
