import {useCallback, useEffect, useRef, useState} from 'react';
import {callFields, listOf} from '../../domain/calls/call-fields.ts';
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
import {giveOrTake} from './give.ts';
import {GuidesPart} from './guides-part.tsx';
import {MustKnowLine} from './must-know-line.tsx';
import {NearPart, NOTHING_TO_GIVE} from './near-part.tsx';
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
  const {given, ...near} = useBeside(keeper, link, props.beside, props.given);
  const [problems, setProblems] = useState<CallProblems>(answer?.problems ?? {});
  const [answers, setAnswers] = useState(0);
  const onProblems = useCallback((found: CallProblems) => {
    setProblems(found);
    setAnswers((before) => before + 1);
  }, []);
  const [person, setPerson] = useState<PersonView | null>(typeof props.person === 'object' ? props.person : null);

  const [said, setSaid] = useState('');
  const give = useCallback(
    ({id, name}: Pick<NearView, 'id' | 'name'>) => {
      const before = {services: listOf(keeper.value('services')), endings: listOf(keeper.value('endings'))};
      const next = giveOrTake(before, id);
      for (const field of ['services', 'endings'] as const)
        if (next[field].join() !== before[field].join()) keeper.type(field, next[field].join(','));
      setSaid(next.services.includes(id) ? `Given: ${name}. The same key or u takes it back.` : `Taken back: ${name}.`);
    },
    [keeper],
  );
  const takeBack = () => {
    const id = listOf(keeper.value('services')).at(-1);
    if (id) give(given.find((one) => one.id === id) ?? {id, name: 'the service given last'});
    else setSaid('Nothing is given that could be taken back.');
  };
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
  useFirstQuestion(props);
  useCallKeys({
    cards: near.beside.cards,
    isGiven: ({id}) => listOf(keeper.value('services')).includes(id),
    onGive: give,
    onNone: () => setSaid(NOTHING_TO_GIVE),
    onNumber: () => setSaid('Nothing was given: figures came as quickly as in a number. Go to its field first.'),
    onTakeBack: takeBack,
    onGo: goToPart,
  });

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
        <div className="call-top">
          <CallBar
            reference={call.reference}
            channel={call.channel}
            clock={clock}
            present={present}
            partOf={(field) => partOf(form.current, field)}
            onTurn={(what) => void turn(what)}
            onGo={goToPart}
          />
          <MustKnowLine person={person} />
        </div>
        <LineState
          next="/desk"
          over={{
            closed: (
              <>
                <strong>This call was ended{endedBy ? ` ${endedBy}` : ''}.</strong> Nothing typed here is sent any more.{' '}
                <a href={`/desk/ended/${call.id}`}>See the call</a>
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
            <PersonPart
              person={props.person}
              personId={personId}
              found={answer?.found}
              onSeen={setPerson}
              onChosen={choosePerson}
            />
          </div>
          <div className="call-column call-column--what">
            <StoryPart needs={needs} heard={near.beside.needs} />
            <DischargePart channel={call.channel} />
            <StrengthsPart />
          </div>
          <div className="call-column call-column--near">
            <NearPart {...near} says={said} onGive={give} />
            {given
              .filter(({id}) => !near.beside.cards.some((card) => card.id === id))
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

/**
 * A new call begins at its first question. One in which something stands already is gone back to where it is, and nobody who
 * has begun to type or gone elsewhere while the page came to life is taken away from there.
 */
function useFirstQuestion({fields, call, answer}: CallPageProps) {
  const isNew = useRef(fields.length === 0 && call.personId === null && answer === null);
  useEffect(() => {
    if (isNew.current && window.location.hash === '' && document.activeElement === document.body)
      document.getElementById('danger')?.focus({preventScroll: true});
  }, []);
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
