/** A lead's day as the page shows it: words, made on the server. */
export interface LeadView {
  here: {staffId: string; name: string; seen: string; lastCall: string; openDrafts: number}[];
  queues: {key: string; name: string; waiting: number; claimed: number; overdue: number; longest: string}[];
  lying: {
    id: string;
    reference: string;
    openedById: string;
    openedBy: string;
    began: string;
    untouched: string;
    submission: string;
  }[];
  callBacks: {
    id: string;
    due: string;
    isOverdue: boolean;
    staffId: string | null;
    staffName: string | null;
    version: number;
    submission: string;
  }[];
  takers: {staffId: string; name: string}[];
}
