import {useCallback, useEffect, useRef, useState} from 'react';
import {callFields} from '../../domain/calls/call-fields.ts';
import type {CallProblems} from '../../domain/calls/read-call.ts';
import {LineState} from '../drafts/save-state.tsx';
import {FormProblems} from '../staff/form-problems.tsx';
import {CallBar} from './call-bar.tsx';
import {CallProvider} from './call-context.tsx';
import {CallerPart} from './caller-part.tsx';
import type {CallPageProps} from './call-types.ts';
import {DangerPart} from './danger-part.tsx';
import {DischargePart} from './discharge-part.tsx';
import {EndingPart} from './ending-part.tsx';
import {EndCall} from './end-call.tsx';
import {GuidesPart} from './guides-part.tsx';
import {NearPart} from './near-part.tsx';
import type {NearView} from './near-view.ts';
import {goToPart, PARTS, type PartName} from './part.tsx';
import {PersonPart} from './person-part.tsx';
import type {PersonView} from './person-view.ts';
import {StoryPart} from './story-part.tsx';
import {StrengthsPart} from './strengths-part.tsx';
import {useBeside} from './use-beside.ts';
import {useCallKeys} from './use-call-keys.ts';
import {useDraft} from './use-draft.ts';

/** One call on one page, in the order in which a conversation goes. */
export function CallPage(props: CallPageProps) {
  const {call, choices, needs, answer} = props;
  const form = useRef<HTMLFormElement>(null);
  const {keeper, link, present, clock, setClock, personId, endedBy} = useDraft(props, form);
  const {beside, given, isAsking} = useBeside(keeper, link, props.beside, props.given);
  const [problems, setProblems] = useState<CallProblems>(answer?.problems ?? {});
  const [answers, setAnswers] = useState(0);
  const onProblems = useCallback((found: CallProblems) => {
    setProblems(found);
    setAnswers((before) => before + 1);
  }, []);
  const [person, setPerson] = useState<PersonView | null>(typeof props.person === 'object' ? props.person : null);

  const give = useCallback(
    (card: NearView) => {
      const listOf = (name: string) => keeper.value(name).split(',').filter(Boolean);
      const before = listOf('services');
      const isGiven = before.includes(card.id);
      keeper.type('services', (isGiven ? before.filter((id) => id !== card.id) : [...before, card.id]).join(','));
      // Whoever is given a service is signposted: that need not be said twice.
      if (!isGiven && !listOf('endings').includes('signposted'))
        keeper.type('endings', [...listOf('endings'), 'signposted'].join(','));
    },
    [keeper],
  );
  const choosePerson = useCallback(
    (chosen: PersonView | null) => {
      setPerson(chosen);
      if (chosen?.postcode && keeper.value('near').trim() === '') keeper.type('near', chosen.postcode);
    },
    [keeper],
  );
  const turn = async (what: 'hold' | 'resume' | 'hang_up') => {
    const answer = await link.turn(what);
    if (answer.kind !== 'said') return;
    const now = Date.now() + (clock.now - loadedAt.current);
    setClock((before) => turned(before, what, now));
  };
  const loadedAt = useRef(0);
  useEffect(() => {
    loadedAt.current = Date.now();
    // From here on the page keeps itself: a test, and whoever looks for a fault, can see it.
    form.current!.dataset.ready = '';
    document.body.classList.add('on-call');
    return () => document.body.classList.remove('on-call');
  }, []);
  useCallKeys({cards: beside.cards, onGive: give, onGo: goToPart});

  return (
    <CallProvider keeper={keeper} link={link} problems={problems}>
      <form className="call" method="post" ref={form} noValidate onSubmit={(event) => event.preventDefault()}>
        <input type="hidden" name="page" value={props.page} />
        <input type="hidden" name="submission" value={props.submission} />
        <input type="hidden" name="known" value={JSON.stringify(knownOf(props))} />
        {/* Enter in a field without scripts keeps what was typed, and does nothing else. */}
        <button
          type="submit"
          name="act"
          value="save"
          className="nhsuk-u-visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
        >
          Save
        </button>
        <CallBar
          reference={call.reference}
          channel={call.channel}
          clock={clock}
          present={present}
          partOf={(field) => partOf(form.current, field)}
          onTurn={(what) => void turn(what)}
          onGo={goToPart}
        />
        <LineState
          next="/desk"
          over={{
            closed: (
              <>
                <strong>This call was ended{endedBy ? ` by ${endedBy}` : ''}.</strong> Nothing typed here is sent any
                more. <a href={`/desk/ended/${call.id}`}>See the call</a>
              </>
            ),
            gone: (
              <>
                <strong>This call is not open to you any more.</strong> It was put aside, or somebody else goes on with
                it. <a href="/desk">Back to your desk</a>
              </>
            ),
          }}
        />
        <FormProblems key={answers} problems={inOrder(problems)} />
        <div className="call-parts">
          <div className="call-column call-column--who">
            <DangerPart />
            <CallerPart />
            <PersonPart person={props.person} personId={personId} found={answer?.found} onChosen={choosePerson} />
          </div>
          <div className="call-column call-column--what">
            <StoryPart needs={needs} heard={beside.needs} />
            <DischargePart channel={call.channel} />
            <StrengthsPart />
          </div>
          <div className="call-column call-column--near">
            <NearPart beside={beside} isAsking={isAsking} onPlace={() => {}} onGive={give} />
            {given
              .filter(({id}) => !beside.cards.some((card) => card.id === id))
              .map(({id}) => (
                <input key={id} type="hidden" name="services" value={id} />
              ))}
          </div>
          <div className="call-column call-column--end">
            <GuidesPart guides={props.guides} opened={props.openGuides} />
            <EndingPart choices={choices} needs={needs} given={given} person={person} />
            <EndCall onProblems={onProblems} />
          </div>
        </div>
      </form>
    </CallProvider>
  );
}

/** As they stand on the page, from danger to the ending. */
const inOrder = (problems: CallProblems): CallProblems =>
  Object.fromEntries(
    Object.keys(callFields).flatMap((name) => {
      const problem = problems[name as keyof CallProblems];
      return problem ? [[name, problem]] : [];
    }),
  );

/** The versions with which the form was shown; of what two had written, the one that stands there now. */
function knownOf({fields, answer}: CallPageProps): Record<string, number> {
  return {
    ...Object.fromEntries(fields.map(({name, version}) => [name, version])),
    ...Object.fromEntries((answer?.conflicts ?? []).map(({name, version}) => [name, version])),
  };
}

function turned(clock: CallPageProps['clock'], what: 'hold' | 'resume' | 'hang_up', now: number) {
  if (what === 'hold') return {...clock, heldSince: clock.heldSince ?? now};
  const heldSeconds = clock.heldSeconds + (clock.heldSince === null ? 0 : Math.round((now - clock.heldSince) / 1000));
  return {
    ...clock,
    heldSince: null,
    heldSeconds,
    ...(what === 'hang_up' ? {talkEndedAt: clock.talkEndedAt ?? now} : {}),
  };
}

/** In which part a field is. */
function partOf(form: HTMLFormElement | null, field: string | null): PartName | null {
  const id =
    field &&
    form
      ?.querySelector(`[name="${CSS.escape(field)}"]`)
      ?.closest('.call-part')
      ?.id.replace('part-', '');
  return id && Object.hasOwn(PARTS, id) ? (id as PartName) : null;
}
