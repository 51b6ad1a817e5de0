import type {RefObject} from 'react';
import type {BesideView, NearView} from './near-view.ts';
import {useList, TextField} from './fields.tsx';
import {NearCard} from './near-card.tsx';
import {Part} from './part.tsx';

interface NearPartProps {
  beside: BesideView;
  isAsking: boolean;
  /** Something newer waits until nobody is among the cards. */
  isHeld: boolean;
  /** What was just given or taken back, in words. */
  says: string;
  onGive(card: NearView): void;
  /** A pointer moves over the cards. */
  onReach(): void;
  list: RefObject<HTMLOListElement>;
}

/** Said of a figure while nothing stands at its place; no longer once something does. */
export const NOTHING_TO_GIVE = 'Nothing stands here yet that could be given.';

/** The directory beside the call: what helps with these needs at this place, and one key to give it. */
export function NearPart({beside, isAsking, isHeld, says, onGive, onReach, list}: NearPartProps) {
  const {list: given} = useList('services');
  return (
    <Part
      name="near"
      aside={<span className="call-part__aside">{isHeld ? 'Newer ones wait' : isAsking ? 'Looking…' : ''}</span>}
    >
      <TextField name="near" label="Near" hint={hintOf(beside)} width="medium" />
      <p className="near-count" role="status">
        {countInWords(beside)}
      </p>
      <p className="near-said" aria-live="polite">
        {says === NOTHING_TO_GIVE && beside.cards.length > 0 ? '' : says}
      </p>
      {beside.cards.length > 0 && (
        <ol ref={list} className="near-list" role="list" onPointerMove={onReach} onPointerDown={onReach}>
          {beside.cards.map((card, place) => (
            <NearCard
              key={card.id}
              card={card}
              figure={place + 1}
              isGiven={given.includes(card.id)}
              onGive={() => onGive(card)}
            />
          ))}
        </ol>
      )}
    </Part>
  );
}

function hintOf({isPlaceUnknown, isPlaceTold}: BesideView): string | undefined {
  if (isPlaceUnknown) return 'This place is not known: a postcode is surest';
  return isPlaceTold ? 'From the story. Type here if it is elsewhere' : undefined;
}

function countInWords({cards, total, place, isPlaceTold}: BesideView): string {
  if (cards.length === 0) return 'Write what is wrong, or choose a need, and what is near stands here.';
  const where = place ? ` near ${place}${isPlaceTold ? ', from the story' : ''}` : '';
  return total > cards.length ? `The best ${cards.length} of ${total}${where}` : `${total} found${where}`;
}
