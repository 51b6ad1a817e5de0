import type {Typed} from '../../domain/guides/guide-form.ts';

/** What a field of the forms of a guide has: its name, what was typed in it, and what is wrong with that. */
export const typedField = (typed: Typed, problems: Record<string, string>) => (name: string) => ({
  id: name,
  name,
  defaultValue: typed[name] ?? '',
  error: problems[name],
  autoComplete: 'off',
});
