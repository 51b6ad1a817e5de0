import {times} from './times.ts';

/** The page of one listing. */
export const listing = {times};
