import {useEffect, useRef, useState} from 'react';
import {useProblem, useValue} from '../drafts/draft-context.tsx';
import {useCall} from './call-context.tsx';
import type {NeedChoice} from './call-types.ts';
import {FieldNotes, ListConflict, useList} from './fields.tsx';
import {matching, PickBox} from './pick-box.tsx';

/** The needs of a call: offered from the story, or picked from the one list by typing. The main one comes first. */
export function NeedsPicker({needs, heard}: {needs: NeedChoice[]; heard: string[]}) {
  const {keeper} = useCall();
  const {list, turn, put} = useList('needs');
  const [words, setWords] = useState('');
  const problem = useProblem('needs');
  const nameOf = (key: string) => needs.find((need) => need.key === key)?.name ?? key;
  const offered = heard.filter((key) => !list.includes(key));
  useSuggestedDomain(needs, list[0] ?? heard[0]);
  const add = (key: string) => {
    if (!keeper.value('needs').split(',').includes(key)) turn(key);
    setWords('');
  };
  return (
    <fieldset className={problem ? 'field field--wrong needs' : 'field needs'}>
      <legend className="field__label">Needs</legend>
      <FieldNotes name="needs" problem={problem} />
      {list.length > 0 && (
        <ol className="need-chips" role="list" aria-label="Chosen needs, the main one first">
          {list.map((key, place) => (
            <li key={key} className={place === 0 ? 'need-chip need-chip--main' : 'need-chip'}>
              {place === 0 ? (
                <span>
                  {nameOf(key)}
                  {list.length > 1 && <span className="need-chip__note"> main need</span>}
                </span>
              ) : (
                <button
                  type="button"
                  className="need-chip__first"
                  title="Make it the main need"
                  onClick={() => put([key, ...list.filter((one) => one !== key)])}
                >
                  {nameOf(key)}
                  <span className="nhsuk-u-visually-hidden">: make it the main need</span>
                </button>
              )}
              <button type="button" className="need-chip__away" onClick={() => turn(key)}>
                <span aria-hidden="true">×</span>
                <span className="nhsuk-u-visually-hidden">Take out {nameOf(key)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      <div className="offers" role="group" aria-label="Needs heard in the story">
        {offered.map((key) => (
          <button key={key} type="button" className="offer" onClick={() => add(key)}>
            <span aria-hidden="true">+ </span>
            <span className="nhsuk-u-visually-hidden">Add </span>
            {nameOf(key)}
          </button>
        ))}
      </div>
      <PickBox
        id="needs"
        label="Add a need"
        words={words}
        onWords={setWords}
        options={matching(
          needs.filter(({key}) => !list.includes(key)).map(({key, name}) => ({key, label: name})),
          words,
        )}
        onPick={add}
        nothing="No need of the list has these words"
      />
      <details className="all-needs">
        <summary>All needs</summary>
        <div className="choices choices--many">
          {needs.map(({key, name}) => (
            <label key={key} className="choice">
              <input type="checkbox" name="needs" value={key} checked={list.includes(key)} onChange={() => turn(key)} />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </details>
      <ListConflict name="needs" label="Needs" />
    </fieldset>
  );
}

/** The part of life of the main need is put in, as long as nobody has chosen another. */
function useSuggestedDomain(needs: NeedChoice[], main: string | undefined) {
  const {keeper} = useCall();
  const domain = useValue('domain');
  const suggested = useRef<string | null>(null);
  const wanted = needs.find(({key}) => key === main)?.domain;
  useEffect(() => {
    if (!wanted || wanted === domain) return;
    if (domain !== '' && domain !== suggested.current) return;
    suggested.current = wanted;
    keeper.type('domain', wanted);
  }, [keeper, wanted, domain]);
}
