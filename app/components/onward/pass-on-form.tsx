import {Button, Select, Textarea, TextInput} from 'nhsuk-react-components';
import {KINDS} from '../../domain/onward/onward-life.ts';
import type {TypedOnward} from '../../domain/onward/read-onward.ts';
import {OneOf} from '../staff/choice-set.tsx';
import {Submission} from '../staff/submission.tsx';
import {KnownPeople, type KnownPerson} from './known-people.tsx';

export const CONSENT_WORDS = {
  'person spoken': 'They said so',
  'person written': 'They wrote so',
  'attorney written': 'Their attorney, in writing',
};

export interface ServiceView {
  slug: string;
  name: string;
  record: string | null;
  people: KnownPerson[];
  /** Where it may be sent: of the people known there, and of the listing. */
  addresses: string[];
}

interface PassOnFormProps {
  service: ServiceView;
  action: string;
  needs: {key: string; name: string}[];
  typed: TypedOnward;
  problems: Record<string, string>;
  submission: string;
}

/** Passing somebody on to a service that was chosen. What the service reads is what stands in the box, word for word. */
export function PassOnForm({service, action, needs, typed, problems, submission}: PassOnFormProps) {
  return (
    <section aria-labelledby="pass-on">
      <h2 id="pass-on">To {service.name}</h2>
      {service.record && <p>{service.record}</p>}
      {service.people.length > 0 && (
        <>
          <h3>Whom your team knows there</h3>
          <KnownPeople people={service.people} level="h4" />
        </>
      )}
      <p>
        <a href={`/caseload/contacts/new?service=${service.slug}`}>Write down somebody you know there</a>
      </p>
      <form method="post" action={action} noValidate>
        <Submission number={submission} />
        <OneOf
          name="kind"
          legend="How"
          options={Object.entries(KINDS).map(([key, kind]) => ({key, ...kind}))}
          value={typed.kind}
          error={problems.kind}
        />
        <Select id="need" name="need" label="What it is for" defaultValue={typed.need} error={problems.need}>
          <Select.Option value="">Choose</Select.Option>
          {needs.map(({key, name}) => (
            <Select.Option key={key} value={key}>
              {name}
            </Select.Option>
          ))}
        </Select>
        <h3>If you write to them</h3>
        <TextInput
          id="to"
          name="to"
          label="E-mail address of the service"
          hint="They get a private link. The message says nothing about the person."
          autoComplete="off"
          list="to-known"
          defaultValue={typed.to}
          error={problems.to}
        />
        <datalist id="to-known">
          {service.addresses.map((address) => (
            <option key={address} value={address} />
          ))}
        </datalist>
        <Textarea
          id="shared"
          name="shared"
          label="What they will read"
          hint="These words and nothing else. Read them out to the person, and leave out what they do not want to share."
          rows={5}
          defaultValue={typed.shared}
          error={problems.shared}
        />
        <OneOf
          name="consent"
          small
          legend="Who agreed to just these words"
          options={CONSENT_WORDS}
          value={typed.consent}
          error={problems.consent}
        />
        <p className="onward-note">If something is sent, you see it first.</p>
        <Button type="submit" name="act" value="preview">
          Continue
        </Button>
      </form>
    </section>
  );
}
