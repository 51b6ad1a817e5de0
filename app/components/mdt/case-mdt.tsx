import {BackLink, Button, InsetText} from 'nhsuk-react-components';
import {Words} from '../caseload/words-field.tsx';
import {ActForm, FoldedAct, formOf, idIn, problemIds, type FormsProps} from '../staff/act-form.tsx';
import {SeveralOf} from '../staff/choice-set.tsx';
import {DoneBanner} from '../staff/done-banner.tsx';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';

interface BroughtView {
  id: string;
  title: string;
  state: string;
  mayWithdraw: boolean;
  decisions: {day: string; decision: string; actions: string[]}[];
}

interface CaseMdtProps {
  caseId: string;
  reference: string;
  name: string | null;
  isOwn: boolean;
  flags: {key: string; name: string; says: string | null; source: string; isSet: boolean}[];
  suggestion: string | null;
  isAskedFor: boolean;
  brought: BroughtView[];
  submission: string;
  typed: Record<string, string>;
  isHeld: boolean;
  done: string | null;
  answer?: {typed: Record<string, string>; problems: Record<string, string>; refusal: string | null};
}

/** Whether others should think along: what suggests it, what was decided, and the way to bring somebody. */
export function CaseMdt({answer, ...page}: CaseMdtProps) {
  const form: FormsProps = {
    submission: page.submission,
    version: 0,
    typed: answer?.typed ?? page.typed,
    problems: answer?.problems ?? {},
  };
  return (
    <div className="page__inner mdt">
      <BackLink href={`/caseload/cases/${page.caseId}`}>Case {page.reference}</BackLink>
      <FormProblems problems={problemIds(answer)} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={page.done} />}
      {page.isHeld && !answer && <HeldNotice />}
      <h1>Should others think along{page.name ? ` about ${page.name}` : ''}?</h1>
      {page.suggestion && <InsetText>{page.suggestion}</InsetText>}
      {page.isAskedFor && <InsetText>Whoever referred them asks that they are brought to a meeting.</InsetText>}
      {page.isOwn && (
        <p>
          <a className="act act--main mdt-go" href={`/mdt/bring?case=${page.caseId}`}>
            Bring them to a meeting
          </a>
        </p>
      )}
      <div className="case">
        <div className="case__main">
          <Flags {...page} form={formOf(form, 'flags')} />
        </div>
        <div className="case__side">
          <h2>At meetings</h2>
          {page.brought.length === 0 && <p>They were not brought to a meeting from this case.</p>}
          {page.brought.map((one) => (
            <Brought key={one.id} one={one} form={form} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Flags({flags, isOwn, form}: Pick<CaseMdtProps, 'flags' | 'isOwn'> & {form: ReturnType<typeof formOf>}) {
  const typed = form.isOpen ? (form.typed.flags ?? '').split(' ') : null;
  const set = flags.filter(({isSet}) => isSet);
  return (
    <section aria-labelledby="flags">
      <h2 id="flags">What suggests it</h2>
      {isOwn ? (
        <ActForm {...form}>
          <SeveralOf
            id={idIn(form.act, 'flags')}
            name="flags"
            legend="Tick what is so"
            legendProps={{className: 'nhsuk-u-visually-hidden'}}
            hint="Any one is a reason to ask them whether others should think along. It decides nothing."
            options={flags}
            values={typed ?? flags.filter(({isSet}) => isSet).map(({key}) => key)}
            error={form.problems.flags}
          />
          <Button type="submit" secondary>
            Save
          </Button>
        </ActForm>
      ) : set.length === 0 ? (
        <p>Nothing is ticked.</p>
      ) : (
        <ul>
          {set.map(({key, name}) => (
            <li key={key}>{name}</li>
          ))}
        </ul>
      )}
      <p className="guidance">Sources: {[...new Set(flags.map(({source}) => source))].join('; ')}.</p>
    </section>
  );
}

function Brought({one, form}: {one: BroughtView; form: FormsProps}) {
  const isThis = form.typed.subject === one.id;
  const withdraw = formOf(isThis ? form : {...form, typed: {}, problems: {}}, 'withdraw');
  return (
    <section className="side-part" aria-label={one.title}>
      <h3>{one.title}</h3>
      <p className="guidance">{one.state}</p>
      {one.decisions.map(({day, decision, actions}) => (
        <div key={day + decision}>
          <p className="keeps-lines">
            <strong>{day}</strong>: {decision}
          </p>
          {actions.length > 0 && (
            <ul>
              {actions.map((action) => (
                <li key={action}>{action}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
      {one.mayWithdraw && (
        <FoldedAct {...withdraw} title="They are not to be spoken of any more">
          <p>Everybody else stops seeing the page and what was decided, at once.</p>
          <input type="hidden" name="subject" value={one.id} />
          <Words label="Why" {...withdraw} />
          <Button type="submit" secondary>
            Take them back
          </Button>
        </FoldedAct>
      )}
    </section>
  );
}
