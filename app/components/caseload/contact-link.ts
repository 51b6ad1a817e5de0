import {DraftLink, type Answer} from '../drafts/draft-link.ts';

/** What became of a contact that was sent without leaving the page. */
export type Logged = {ok: true; next: string} | {ok: false; problems: Record<string, string>; refusal: string | null};

/** How a card talks with the server about a contact that is written on it. */
export class ContactLink extends DraftLink {
  readonly draft: string;

  constructor(caseId: string, draft: string) {
    super(`/caseload/cases/${caseId}/draft`, {page: crypto.randomUUID(), draft});
    this.draft = draft;
  }

  /** @param submission the number of the form: sent again it counts once, and is answered as before */
  log(submission: string, typed: Record<string, string>): Promise<Answer<Logged>> {
    return this.ask<Logged>('log', {submission, typed});
  }
}
