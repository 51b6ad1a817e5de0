import type {Flags} from '../people/person-flags.tsx';

/** A visit as its card shows it: plain words. */
export interface VisitView {
  id: string;
  caseId: string;
  submission: string;
  /** Whom they visit. */
  name: string;
  /** Who goes; null where it is whoever looks. */
  who: string | null;
  isOpen: boolean;
  state: 'late' | 'today' | 'later';
  /** 'Overdue by 20 minutes', 'Out now'. */
  says: string;
  /** 'At home, 4 Larch Lane' */
  where: string;
  facts: string;
  /** Shown to somebody who may say that they are safe. */
  mayEnd: boolean;
  hasLeft: boolean;
  /** Null where the page itself says it. */
  mustKnow: Flags | null;
}

/** Where the page goes on to after a press: where it was pressed. */
export type VisitFrom = 'day' | 'case' | 'lead' | 'visits';
