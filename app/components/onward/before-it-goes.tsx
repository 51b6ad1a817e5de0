import {Button} from 'nhsuk-react-components';
import type {TypedOnward} from '../../domain/onward/read-onward.ts';
import {Submission} from '../staff/submission.tsx';
import {CONSENT_WORDS} from './pass-on-form.tsx';

export interface Before {
  to: string;
  /** The message, which says nothing of the person. */
  subject: string;
  body: string;
  fromName: string;
}

interface BeforeItGoesProps {
  before: Before;
  service: {slug: string; name: string};
  action: string;
  typed: TypedOnward;
  submission: string;
}

/** All that will leave the house, as whoever gets it reads it, before anything does. */
export function BeforeItGoes({before, service, action, typed, submission}: BeforeItGoesProps) {
  const {to, subject, body, fromName} = before;
  return (
    <section aria-labelledby="before">
      <h2 id="before">Before it goes to {service.name}</h2>
      <h3>The message</h3>
      <div className="onward-paper">
        <p>
          To <strong>{to}</strong>
        </p>
        <p>
          <strong>{subject}</strong>
        </p>
        <Lines words={body} />
      </div>
      <h3>What they read behind the link</h3>
      <div className="onward-paper">
        <p>
          {fromName} asks for a place with <strong>{service.name}</strong>.
        </p>
        <Lines words={typed.shared} />
      </div>
      <p>
        Who agreed to just these words: {CONSENT_WORDS[typed.consent as keyof typeof CONSENT_WORDS]?.toLowerCase()}.
      </p>
      <form method="post" action={action}>
        <Submission number={submission} />
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} autoComplete="off" />
        ))}
        <div className="onward-buttons">
          <Button type="submit" name="act" value="pass">
            Send it
          </Button>
          <Button type="submit" secondary name="act" value="change">
            Change something
          </Button>
        </div>
      </form>
    </section>
  );
}

const Lines = ({words}: {words: string}) =>
  words
    .split('\n')
    .filter((line) => line.trim())
    .map((line, place) => <p key={place}>{line}</p>);
