import {useEffect, useRef, useState} from 'react';
import {SEND_BY} from '../../domain/calls/call-choices.ts';
import {callFields, type CallValues} from '../../domain/calls/call-fields.ts';
import {closingWords} from '../../domain/calls/closing-words.ts';
import {useValue} from '../drafts/draft-context.tsx';
import {useCall} from './call-context.tsx';
import type {DraftKeeper} from '../drafts/draft-keeper.ts';
import {ChoiceField, TextField} from './fields.tsx';
import type {NearView} from './near-view.ts';
import type {PersonView} from './person-view.ts';

/** What was agreed, to be read back and, if they wish, sent. */
export function ClosingPart({given, person, isSent}: {given: NearView[]; person: PersonView | null; isSent: boolean}) {
  const {keeper} = useCall();
  const isOwn = useClosingWords(given, {isBegun: isSent});
  return (
    <div className="closing">
      <h3 className="closing__title">Read it back</h3>
      <TextField
        name="closingText"
        label="What we agreed"
        hint="Made from the above; put it in your own words if you like"
        rows={6}
      />
      {isOwn && (
        <button
          type="button"
          className="link-button needs-script"
          onClick={() => keeper.type('closingText', made(keeper, given))}
        >
          Make it anew from the above
        </button>
      )}
      {isSent && <Sending person={person} />}
    </div>
  );
}

/** By which way it goes to them. What is not safe or not wished is refused when the call is ended. */
function Sending({person}: {person: PersonView | null}) {
  const sendBy = useValue('sendBy');
  return (
    <>
      <ChoiceField name="sendBy" label="Send it to them?" options={SEND_BY} />
      <div className="closing__to">
        {(sendBy === 'text' || sendBy === 'email') && <KnownWays sendBy={sendBy} person={person} />}
        <TextField name="sendTo" label="Number or e-mail address" />
      </div>
      {sendBy === 'letter' && person?.address?.isUnsafe && (
        <p className="field__problem">It is not safe to send post to them: choose another way.</p>
      )}
      {sendBy !== '' && sendBy !== 'none' && person && person.needs.length > 0 && (
        <p className="closing__format" role="note">
          They need:{' '}
          {person.needs.map(({kind, need}) => (kind === 'Interpreter' ? `${need} interpreter` : need)).join('; ')}. Send
          it in a way that meets this: a letter can be printed large from the page of the call.
        </p>
      )}
    </>
  );
}

function KnownWays({sendBy, person}: {sendBy: 'text' | 'email'; person: PersonView | null}) {
  const {keeper} = useCall();
  const ways = (person?.contacts ?? []).filter(({kind}) => (sendBy === 'email' ? kind === 'email' : kind === 'mobile'));
  const caller = sendBy === 'text' ? keeper.value('callerPhone') : '';
  const offers = [...ways, ...(caller ? [{value: caller, isUnsafeToText: false, label: 'Caller'}] : [])];
  return (
    <div className="offers" role="group" aria-label="Known ways">
      {offers.map(({value, isUnsafeToText, label}) => (
        <button
          key={`${label} ${value}`}
          type="button"
          className="offer"
          disabled={isUnsafeToText}
          onClick={() => keeper.type('sendTo', value)}
        >
          {value}
          {isUnsafeToText && ': not safe'}
        </button>
      ))}
    </div>
  );
}

const made = (keeper: DraftKeeper, given: NearView[]): string => {
  const values: CallValues = Object.fromEntries(Object.keys(callFields).map((name) => [name, keeper.value(name)]));
  const ids = keeper.value('services').split(',').filter(Boolean);
  return closingWords(
    values,
    ids.flatMap((id) => given.find((one) => one.id === id) ?? []),
  );
};

/**
 * Keeps the closing text in step with what is agreed, until somebody puts it in their own words. True from then on. In a
 * correction one that was left empty stays so: nobody has typed anything yet.
 */
function useClosingWords(given: NearView[], {isBegun}: {isBegun: boolean}): boolean {
  const {keeper} = useCall();
  const last = useRef<string | null>(null);
  const [isOwn, setIsOwn] = useState(false);
  useEffect(() => {
    const keepUp = () => {
      const stands = keeper.value('closingText');
      const next = made(keeper, given);
      const isMade = (stands === '' && isBegun) || stands === last.current || stands === next;
      setIsOwn(!isMade && next !== '');
      if (!isMade || keeper.conflictIn('closingText')) return;
      last.current = next;
      if (stands !== next) keeper.type('closingText', next);
    };
    keepUp();
    return keeper.subscribe(keepUp);
  }, [keeper, given, isBegun]);
  return isOwn;
}
