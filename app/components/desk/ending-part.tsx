import {useState} from 'react';
import {DISPOSITIONS, dispositionKinds, type DispositionKind} from '../../domain/calls/dispositions.ts';
import {useProblem} from '../drafts/draft-context.tsx';
import {ClosingPart} from './closing-part.tsx';
import {EndingDetails, type EndingChoices} from './ending-details.tsx';
import {FieldNotes, ListConflict, useList} from './fields.tsx';
import {Part} from './part.tsx';
import {matching, PickBox} from './pick-box.tsx';

interface EndingProps extends EndingChoices {
  /** In a correction: ways of ending that are looked after elsewhere by now. Nothing is sent then either. */
  without?: readonly DispositionKind[];
}

const endingPicks = dispositionKinds.map((kind) => ({
  key: kind,
  label: DISPOSITIONS[kind].name,
  detail: DISPOSITIONS[kind].says,
}));

/** How the call ends: one way or more, each with what it requires right below it. */
export function EndingPart(props: EndingProps) {
  const {without} = props;
  const kinds = dispositionKinds.filter((kind) => !without?.includes(kind));
  const {list, turn} = useList('endings');
  const [words, setWords] = useState('');
  const problem = useProblem('endings');
  const pick = (key: string) => {
    setWords('');
    if (!list.includes(key)) turn(key);
    // What it requires is what comes next.
    requestAnimationFrame(() =>
      document
        .querySelector<HTMLElement>(`#ending-${key} :is(input:not([type=checkbox], [type=hidden]), textarea, select)`)
        ?.focus(),
    );
  };
  return (
    <Part name="ending">
      <PickBox
        id="endings"
        label="How does it end?"
        hint="One way or more. Type a word of it, or choose below"
        words={words}
        onWords={setWords}
        options={matching(
          endingPicks.filter(({key}) => kinds.some((kind) => kind === key)),
          words,
        )}
        onPick={pick}
      />
      <fieldset className={problem ? 'field field--wrong endings' : 'field endings'}>
        <legend className="nhsuk-u-visually-hidden">Ways of ending</legend>
        <FieldNotes name="endings" problem={problem} />
        {kinds.map((kind) => (
          <Ending key={kind} kind={kind} isChosen={list.includes(kind)} onTurn={() => turn(kind)} {...props} />
        ))}
        <ListConflict name="endings" label="How it ends" />
      </fieldset>
      <ClosingPart given={props.given} person={props.person} isSent={!without} />
    </Part>
  );
}

function Ending({
  kind,
  isChosen,
  onTurn,
  ...props
}: EndingProps & {kind: DispositionKind; isChosen: boolean; onTurn(): void}) {
  const {name, says} = DISPOSITIONS[kind];
  return (
    <div className="ending" id={`ending-${kind}`}>
      <label className="choice">
        <input type="checkbox" name="endings" value={kind} checked={isChosen} onChange={onTurn} />
        <span>
          {name}
          <span className="ending__says">{says}</span>
        </span>
      </label>
      <div className="ending__details">
        <EndingDetails kind={kind} {...props} />
      </div>
    </div>
  );
}
