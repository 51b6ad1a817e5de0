/** What the pages of multidisciplinary teams are given: plain words and ids. */

export interface ActionView {
  id: string;
  what: string;
  about: string;
  from: string;
  href: string;
  due: {words: string; state: 'late' | 'today' | 'later'; day: string};
}

export interface MeetingRowView {
  id: string;
  title: string;
  when: string;
  place: string | null;
  people: string;
}

/** A person on the list of a meeting. */
export interface ItemView {
  id: string;
  name: string;
  isNew: boolean;
  from: string;
  flags: string[];
  asks: string;
  decision: string | null;
  comesAgain: boolean;
  actions: MeetingActionView[];
}

interface MeetingActionView {
  id: string;
  what: string;
  owner: string;
  day: string;
  done: string | null;
}

export interface MeetingHeadView {
  id: string;
  title: string;
  kind: string;
  when: string;
  place: string | null;
  partnerName: string;
  isOpen: boolean;
  isOrganiser: boolean;
  version: number;
}
