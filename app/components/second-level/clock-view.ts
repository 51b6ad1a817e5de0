import {clockState, dueInWords} from '../../domain/queues/response-clock.ts';
import type {ClockView} from './clock-mark.tsx';

/** A clock as a page shows it. */
export const clockView = (due: Date, now: Date): ClockView => ({...clockState(due, now), due: dueInWords(due, now)});
