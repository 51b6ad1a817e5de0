import {Button, Radios, Select, Textarea, TextInput} from 'nhsuk-react-components';
import {KINDS} from '../../domain/onward/onward-life.ts';
import type {TypedOnward} from '../../domain/onward/read-onward.ts';
import {Submission} from '../staff/submission.tsx';

const CONSENTS = {
  'person spoken': 'They said so',
  'person written': 'They wrote so',
  'attorney written': 'Their attorney, in writing',
};

/** Passing somebody on to a service that was chosen. What the service reads is what stands in the box, word for word. */
export function PassOnForm({
  service,
  needs,
  typed,
  problems,
  submission,
}: {
  service: {slug: string; name: string; record: string | null};
  needs: {key: string; name: string}[];
  typed: TypedOnward;
  problems: Record<string, string>;
  submission: string;
}) {
  return (
    <section aria-labelledby="pass-on">
      <h2 id="pass-on">To {service.name}</h2>
      {service.record && <p>{service.record}</p>}
      <form method="post" noValidate>
        <Submission number={submission} />
        <input type="hidden" name="act" value="pass" />
        <Radios id="kind" name="kind" legend="How" legendProps={{size: 's'}} error={problems.kind}>
          {Object.entries(KINDS).map(([key, {name, says}]) => (
            <Radios.Item key={key} id={`kind-${key}`} value={key} hint={says} defaultChecked={typed.kind === key}>
              {name}
            </Radios.Item>
          ))}
        </Radios>
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
          defaultValue={typed.to}
          error={problems.to}
        />
        <Textarea
          id="shared"
          name="shared"
          label="What they will read"
          hint="These words and nothing else. Read them out to the person, and leave out what they do not want to share."
          rows={5}
          defaultValue={typed.shared}
          error={problems.shared}
        />
        <Radios
          id="consent"
          name="consent"
          small
          legend="Who agreed to just these words"
          legendProps={{size: 's'}}
          error={problems.consent}
        >
          {Object.entries(CONSENTS).map(([key, words]) => (
            <Radios.Item
              key={key}
              id={`consent-${key.replace(' ', '-')}`}
              value={key}
              defaultChecked={typed.consent === key}
            >
              {words}
            </Radios.Item>
          ))}
        </Radios>
        <Button type="submit">Pass them on</Button>
      </form>
    </section>
  );
}
