import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {expect, it} from 'vitest';
import {CLOCK_STATES, type ClockState} from '../../domain/queues/response-clock.ts';
import {ClockMark, STATE_WORDS} from './clock-mark.tsx';

it('each state of a clock has a shape and a word of its own, for whoever does not see its colour', () => {
  const states = Object.keys(CLOCK_STATES) as ClockState[];
  const shown = states.map((state) =>
    renderToStaticMarkup(createElement(ClockMark, {clock: {state, words: '14 minutes left', due: 'today at 14:05'}})),
  );
  const shapes = shown.map((markup) => /<svg.*<\/svg>/.exec(markup)?.[0]);
  expect(new Set(shapes).size).toBe(states.length);
  for (const [place, state] of states.entries())
    expect(shown[place]).toContain(`<strong>${STATE_WORDS[state]}</strong>`);
});
