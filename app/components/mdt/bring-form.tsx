import {BackLink, Button, InsetText} from 'nhsuk-react-components';
import {BASES} from '../../domain/mdt/mdt-choices.ts';
import {AGREED_BY, AGREED_HOW} from '../../domain/people/opening-reasons.ts';
import {ActOneOf, ActSelect, ActWords} from '../staff/act-fields.tsx';
import type {Choice} from '../staff/choice-select.tsx';
import {DoneBanner} from '../staff/done-banner.tsx';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';
import {ActForm, problemIds} from '../staff/act-form.tsx';
import {SummaryFields} from './summary-fields.tsx';

interface BringFormProps {
  back: {href: string; words: string};
  reference: string;
  flags: string[];
  /** Organisations that the person does not want to hear of them. */
  refused: string[];
  mdts: Choice[];
  submission: string;
  typed: Record<string, string>;
  isHeld: boolean;
  answer?: {typed: Record<string, string>; problems: Record<string, string>; refusal: string | null};
}

/** The page about somebody for a meeting, and on what basis they are spoken of. */
export function BringForm({
  back,
  reference,
  flags,
  refused,
  mdts,
  submission,
  isHeld,
  answer,
  ...page
}: BringFormProps) {
  const typed = answer?.typed ?? page.typed;
  const problems = answer?.problems ?? {};
  const form = {act: 'bring', typed, problems};
  const ids = problemIds(answer && {problems, typed: {act: form.act}});
  return (
    <div className="page__inner mdt">
      <BackLink href={back.href}>{back.words}</BackLink>
      <FormProblems problems={ids} />
      {answer && <DoneBanner words={answer.refusal} isRefusal />}
      {isHeld && !answer && <HeldNotice />}
      <h1>
        Bring somebody to a meeting
        <span className="case-head__reference">{reference}</span>
      </h1>
      {mdts.length === 0 ? (
        <p className="reading__lede">There is no multidisciplinary team here yet. A team lead begins one.</p>
      ) : (
        <ActForm submission={submission} version={0} act="bring" className="mdt-bring">
          <p className="reading__lede">
            Those who are asked to the meeting see this page and nothing else. We have begun it with what is known:
            strike out what they do not need.
          </p>
          {refused.length > 0 && (
            <InsetText>
              <p>
                They said no to {refused.join(', ')}. Whoever comes from there sees nothing of them at the meeting,
                unless they are brought for their safety or in their best interests.
              </p>
            </InsetText>
          )}
          {flags.length > 0 && (
            <ul className="mdt-flags" role="list" aria-label="Risk flags">
              {flags.map((flag) => (
                <li key={flag}>{flag}</li>
              ))}
            </ul>
          )}
          <ActSelect form={form} name="mdt" label="To whom" options={mdts} usual={mdts[0]?.key} />
          <SummaryFields act="bring" typed={typed} problems={problems} />
          <ActOneOf
            form={form}
            name="basis"
            legend="On what basis are they spoken of?"
            legendProps={{size: 'm'}}
            options={Object.entries(BASES).map(([key, basis]) => ({key, ...basis}))}
          />
          <div className="mdt-fields">
            <ActSelect
              form={form}
              name="consentBy"
              label="Who agreed, if somebody did"
              options={AGREED_BY}
              none="Nobody"
            />
            <ActSelect form={form} name="consentHow" label="How" options={AGREED_HOW} none="Choose" />
          </div>
          <ActWords form={form} name="basisNote" label="Why, where they did not agree themselves" rows={2} />
          <Button type="submit">Bring them to the meeting</Button>
        </ActForm>
      )}
    </div>
  );
}
