import {Button, Details, Textarea, TextInput} from 'nhsuk-react-components';
import {useRef, type ReactNode, type Ref, type RefObject} from 'react';
import {AGREED_BY, AGREED_HOW, WORK, type OpeningForm as Typed} from '../../domain/people/opening-reasons.ts';
import {KeyHint} from '../staff/key-hint.tsx';
import {Submission} from '../staff/submission.tsx';
import {useKeys} from '../staff/use-keys.ts';
import {ChoiceSelect} from '../staff/choice-select.tsx';

interface OpeningFormProps {
  submission: string;
  /** What records are usually opened for here, five at most: one key each. */
  works: {kind: string; name: string}[];
  typed: Typed;
  problems: Partial<Record<keyof Typed, string>>;
}

/** Why a record is opened. The commonest reason is one key; each other has its few fields and one button. */
export function OpeningForm({submission, works, typed, problems}: OpeningFormProps) {
  const usual = useRef<(HTMLFormElement | null)[]>([]);
  const agreed = useRef<HTMLFormElement>(null);
  const work = useRef<HTMLFormElement>(null);
  const interests = useRef<HTMLFormElement>(null);
  useKeys({
    1: {says: 'They said yes: open the record', run: () => agreed.current?.requestSubmit()},
    2: {says: 'Go to “I am helping them already”', run: () => goTo(work, 'workKind')},
    3: {says: 'Go to “They cannot agree, and it is best for them”', run: () => goTo(interests, 'reason')},
    ...Object.fromEntries(
      works.map((work, place) => [
        String(FIRST_WORK + place),
        {says: `Open it for “${inWords(work)}”`, run: () => usual.current[place]?.requestSubmit()},
      ]),
    ),
  });
  return (
    <div className="opening-ways">
      <section className="opening-way">
        <h2>They agree to it now</h2>
        <OneWay submission={submission} basis="consent" form={agreed}>
          <input type="hidden" name="consentBy" value="person" />
          <input type="hidden" name="consentHow" value="spoken" />
          <Button type="submit" aria-keyshortcuts="1">
            They said yes: open it
            <KeyHint name="1" />
          </Button>
        </OneWay>
        <Details open={Boolean(problems.consentBy ?? problems.consentHow)}>
          <Details.Summary>Somebody else agreed for them, or not in words</Details.Summary>
          <Details.Text>
            <OneWay submission={submission} basis="consent">
              <ChoiceSelect
                name="consentBy"
                label="Who agreed"
                options={AGREED_BY}
                value={typed.consentBy}
                error={problems.consentBy}
              />
              <ChoiceSelect
                name="consentHow"
                label="How"
                options={AGREED_HOW}
                value={typed.consentHow}
                error={problems.consentHow}
              />
              <Button type="submit" secondary>
                They agreed: open it
              </Button>
            </OneWay>
          </Details.Text>
        </Details>
      </section>
      <section className="opening-way">
        <h2>
          I am helping them already
          <KeyHint name="2" />
        </h2>
        {works.length > 0 && (
          <ul className="opening-works" role="list" aria-label="What records are opened for here">
            {works.map((work, place) => (
              <li key={inWords(work)}>
                <OneWay
                  submission={submission}
                  basis="direct_care"
                  form={(element) => {
                    usual.current[place] = element;
                  }}
                >
                  <input type="hidden" name="workKind" value={work.kind} />
                  <input type="hidden" name="workName" value={work.name} />
                  <button type="submit" className="opening-work" aria-keyshortcuts={String(FIRST_WORK + place)}>
                    <KeyHint name={String(FIRST_WORK + place)} />
                    {inWords(work)}
                  </button>
                </OneWay>
              </li>
            ))}
          </ul>
        )}
        <OneWay submission={submission} basis="direct_care" form={work}>
          <ChoiceSelect
            name="workKind"
            label={works.length > 0 ? 'Or under other work' : 'Under which work'}
            options={WORK}
            value={typed.workKind}
            error={problems.workKind}
          />
          <TextInput
            id="workName"
            name="workName"
            label="Which one"
            hint="Its number, or how your team calls it"
            defaultValue={typed.workName}
            error={problems.workName}
            autoComplete="off"
          />
          <Button type="submit" secondary>
            Open it for this work
          </Button>
        </OneWay>
      </section>
      <section className="opening-way">
        <h2>
          They cannot agree, and it is best for them
          <KeyHint name="3" />
        </h2>
        <OneWay submission={submission} basis="best_interests" form={interests}>
          <Textarea
            id="reason"
            name="reason"
            label="Why it is in their best interests"
            rows={3}
            defaultValue={typed.reason}
            error={problems.reason}
          />
          <Button type="submit" secondary>
            Open it in their best interests
          </Button>
        </OneWay>
      </section>
    </div>
  );
}

/** The keys before it are those of the three ways. */
const FIRST_WORK = 4;

const inWords = ({kind, name}: {kind: string; name: string}) => `${WORK[kind as keyof typeof WORK]}: ${name}`;

function goTo(form: RefObject<HTMLFormElement>, field: keyof Typed) {
  const element = form.current?.elements.namedItem(field);
  if (element instanceof HTMLElement) element.focus();
}

interface OneWayProps {
  submission: string;
  basis: string;
  form?: Ref<HTMLFormElement>;
  children: ReactNode;
}

function OneWay({submission, basis, form, children}: OneWayProps) {
  return (
    <form method="post" noValidate ref={form}>
      <Submission number={submission} />
      <input type="hidden" name="basis" value={basis} />
      {children}
    </form>
  );
}
