import {useEffect, useMemo, useState} from 'react';
import type {LogStart} from '../../domain/cases/case-choices.ts';
import type {KnownField} from '../drafts/draft-keeper.ts';
import {DraftLink} from '../drafts/draft-link.ts';
import type {FormsProps} from '../staff/act-form.tsx';
import {LogForm} from './log-form.tsx';

interface LogContactProps extends FormsProps {
  caseId: string;
  start: LogStart;
  draft: {id: string; page: string; fields: KnownField[]};
}

/** Writing down a contact, on the page of its case. Whoever came here to do it goes on typing at once. */
export function LogContact({caseId, start, ...form}: LogContactProps) {
  // As it was when the page was opened: what comes in later must not take words from under somebody's hands.
  const [draft] = useState(form.draft);
  const link = useMemo(
    () => new DraftLink(`/caseload/cases/${caseId}/draft`, {page: draft.page, draft: draft.id}),
    [caseId, draft],
  );
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => setIsAsked(window.location.hash === '#log'), []);
  const isBegun = draft.fields.length > 0 && form.typed.act !== 'log';
  return (
    <section className="log" aria-labelledby="log">
      <h2 id="log" tabIndex={-1}>
        Log a contact
      </h2>
      {isBegun && <p className="log__kept">You had begun to write. It is here again.</p>}
      <LogForm {...form} caseId={caseId} start={start} draft={draft} link={link} isAsked={isAsked} />
    </section>
  );
}
