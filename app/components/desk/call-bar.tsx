import {useEffect, useState} from 'react';
import {CHANNELS, type Channel} from '../../domain/calls/call-choices.ts';
import type {Presence} from '../drafts/draft-link.ts';
import {SaveState} from '../drafts/save-state.tsx';
import type {Clock} from './call-types.ts';
import {callSeconds, clockInWords} from './call-clock.ts';
import {PARTS, type PartName} from './part.tsx';
import {swallow} from './person-card.tsx';

interface CallBarProps {
  reference: string;
  channel: Channel;
  clock: Clock;
  present: Presence[];
  partOf(field: string | null): PartName | null;
  onTurn(turn: 'hold' | 'resume' | 'hang_up'): void;
  onGo(part: PartName): void;
}

/** What stands over a call all the time: which one, how long, whether it is kept, who else is in it, and where to go. */
export function CallBar({reference, channel, clock, present, partOf, onTurn, onGo}: CallBarProps) {
  const isHeld = clock.heldSince !== null;
  const isOver = clock.talkEndedAt !== null;
  return (
    <div className="call-bar">
      <div className="call-bar__line">
        <h1 className="call-bar__title">
          Call <span className="call-bar__reference">{reference}</span>
        </h1>
        <span className="call-bar__channel">{CHANNELS[channel]}</span>
        <Timer clock={clock} />
        <div className="call-bar__turns">
          {!isOver && (
            <button
              type="submit"
              name="act"
              value={isHeld ? 'resume' : 'hold'}
              className="bar-button"
              onClick={swallow(() => onTurn(isHeld ? 'resume' : 'hold'))}
            >
              {isHeld ? 'Take back' : 'Hold'}
            </button>
          )}
          {!isOver && (
            <button
              type="submit"
              name="act"
              value="hang_up"
              className="bar-button"
              onClick={swallow(() => onTurn('hang_up'))}
            >
              They hung up
            </button>
          )}
        </div>
        <SaveState />
      </div>
      <div role="status">
        <ul className="call-bar__present" role="list" aria-label="Others in this call">
          {present.map(({name, field}) => {
            const part = partOf(field);
            return (
              <li key={name}>
                {name} is here{part && `, in ${PARTS[part].title}`}
              </li>
            );
          })}
        </ul>
      </div>
      <nav className="call-jump" aria-label="Parts of the call">
        <ul role="list">
          {(Object.keys(PARTS) as PartName[]).map((name) => (
            <li key={name}>
              <a
                href={`#part-${name}`}
                onClick={(event) => {
                  event.preventDefault();
                  onGo(name);
                }}
              >
                {PARTS[name].title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** Runs by itself, so that the rest of the page does not move with every second. */
function Timer({clock}: {clock: Clock}) {
  // The clock of this machine may be wrong: what counts is how far it has gone since the page came.
  const [ahead, setAhead] = useState(0);
  useEffect(() => {
    const skew = clock.now - Date.now();
    const tick = () => setAhead(Date.now() + skew - clock.now);
    const timer = window.setInterval(tick, 1000);
    return () => window.clearInterval(timer);
  }, [clock.now]);
  const {talk, held, after, phase} = callSeconds(clock, clock.now + ahead);
  return (
    <p className={`timer timer--${phase}`}>
      <span className="timer__what">{{talking: 'On the call', held: 'On hold', after: 'After the call'}[phase]}</span>{' '}
      <span className="timer__time">{clockInWords({talking: talk, held, after}[phase])}</span>
    </p>
  );
}
