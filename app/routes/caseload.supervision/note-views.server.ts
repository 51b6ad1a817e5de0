/** A talk of supervision in the words of its page. */
import type {NoteView} from '../../components/caseload/supervision-notes.tsx';
import {dueWords} from '../../domain/cases/case-status.ts';
import type {Note} from '../../domain/team/supervision.server.ts';
import {dayWords} from '../../domain/dates/day-in-words.ts';
import {momentInWords} from '../../http/moments.ts';

/** @param today 'YYYY-MM-DD' */
export const toNoteView = ({id, heldOn, isShared, versions, actions}: Note, today: string): NoteView => ({
  id,
  day: dayWords(heldOn),
  isShared,
  versions: versions.map(({number, words, at, byName}) => ({
    number,
    words,
    written: `${byName}, ${momentInWords(at)}`,
  })),
  actions: actions.map((action) => ({
    id: action.id,
    what: action.what,
    who: action.ownerName,
    due: action.doneAt ? null : {...dueWords(action.dueOn, today), day: dayWords(action.dueOn)},
  })),
});
