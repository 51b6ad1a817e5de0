import {Button, Textarea, TextInput} from 'nhsuk-react-components';
import type {TypedContact} from '../../domain/onward/read-contact.ts';
import {SeveralOf} from '../staff/choice-set.tsx';
import type {Problems} from '../staff/form-problems.tsx';
import {Submission} from '../staff/submission.tsx';

interface ContactFormProps {
  submission: string;
  version: number;
  isNew: boolean;
  typed: TypedContact;
  problems: Problems<keyof TypedContact>;
}

/** Somebody at an organisation, and how best to approach them. */
export function ContactForm({submission, version, isNew, typed, problems}: ContactFormProps) {
  const field = (name: keyof TypedContact) => ({
    ...{id: name, name, defaultValue: typed[name], autoComplete: 'off'},
    ...(problems[name] ? {error: problems[name]} : {}),
  });
  return (
    <form method="post" noValidate>
      <Submission number={submission} />
      <input type="hidden" name="version" value={version} autoComplete="off" />
      <input type="hidden" name="act" value="keep" />
      <TextInput
        {...field('organisation')}
        label="Organisation"
        hint="As the directory calls it: then it is offered when you pass somebody on to one of their services."
      />
      <TextInput {...field('name')} label="Their name" />
      <TextInput {...field('role')} label="What they do there" hint="If you know." />
      <TextInput {...field('phone')} label="Telephone" type="tel" width={20} />
      <TextInput {...field('email')} label="E-mail address" type="email" />
      <Textarea
        {...field('approach')}
        rows={3}
        label="How best to approach them"
        hint="When they can be reached, what they like to know first. Nothing about anybody you support."
      />
      {!isNew && (
        <SeveralOf
          name="isChecked"
          legend="Is it still so?"
          options={{yes: 'I checked it today'}}
          values={[typed.isChecked]}
          error={problems.isChecked}
        />
      )}
      <Button type="submit">Save</Button>
    </form>
  );
}
