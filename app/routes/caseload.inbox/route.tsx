import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {Button} from 'nhsuk-react-components';
import {z} from 'zod';
import {PageLinks} from '../../components/admin/page-links.tsx';
import {CaseloadNav} from '../../components/caseload/caseload-nav.tsx';
import {InboxList} from '../../components/caseload/inbox-list.tsx';
import {waitWords} from '../../domain/cases/case-status.ts';
import {
  INBOX_FILTERS,
  listInbox,
  type Inbox as InboxOf,
  type InboxFilter,
  type InboxRow,
} from '../../domain/referrals/list-referrals.server.ts';
import {HELD_BECAUSE, REFERRAL_STATUSES, SOURCES, URGENCIES} from '../../domain/referrals/referral-choices.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {pageOf, saidIn} from '../admin.home/admin-request.server.ts';
import {tabsOf} from '../caseload.home/tabs.server.ts';
import {asker} from '../people.record/people-request.server.ts';
import {ChoiceSelect} from '../../components/staff/choice-select.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';

export const handle = {door: 'caseload.inbox'};

/** What would be here, where there is nothing. */
const NONE: Record<InboxFilter, string> = {
  waiting: 'Nobody is waiting. When somebody asks for a link worker, they show up here.',
  asked: 'You are not waiting for any answers. When you ask a referrer for more, it stays here until they answer.',
  held: 'Nothing is held back. Referrals that may not be real wait here until somebody has read them.',
  done: 'Nothing is finished yet. Referrals are kept here once somebody has decided about them.',
};

const DONE = {passed_on: 'The referral is with the other provider now.', declined: 'The referral is declined.'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const now = new Date();
  const asked = new URL(request.url).searchParams;
  const filter = z
    .enum(Object.keys(INBOX_FILTERS) as [InboxFilter])
    .catch('waiting')
    .parse(asked.get('show'));
  const team = z
    .union([z.literal('none'), z.uuid()])
    .nullable()
    .catch(null)
    .parse(asked.get('team'));
  const [inbox, tabs] = await Promise.all([
    listInbox(context.sql, asker(context), {filter, page: pageOf(request), team}),
    tabsOf(context),
  ]);
  return {
    title: 'Inbox',
    isIndexed: false,
    tabs,
    filter,
    filters: Object.entries(INBOX_FILTERS).map(([key, name]) => ({key, name, count: inbox.counts[key as InboxFilter]})),
    team,
    teams: teamsIn(inbox),
    cards: inbox.referrals.map((row) => toCard(row, now)),
    page: inbox.page,
    pages: inbox.pages,
    done: saidIn(request, 'done', DONE),
  };
}

/** What can be chosen between, where the provider has teams. */
const teamsIn = ({teams, withoutTeam}: InboxOf) =>
  teams.length === 0
    ? []
    : [
        {key: '', name: 'Everybody’s'},
        ...teams.map(({id, name, isMine, count}) => ({
          key: id,
          name: `${name}${isMine ? ', my team' : ''} (${count})`,
        })),
        {key: 'none', name: `No team yet (${withoutTeam})`},
      ];

/** Of the inbox, with what is chosen. */
const inboxPath = (show: string, team: string | null) => `/caseload/inbox?show=${show}${team ? `&team=${team}` : ''}`;

function toCard(row: InboxRow, now: Date) {
  return {
    id: row.id,
    reference: row.reference,
    name: row.name ?? 'Name not shared with us',
    source: row.referrerOrganisation ?? SOURCES[row.source],
    urgency: row.urgency,
    urgencyName: URGENCIES[row.urgency],
    waited: `asked ${waitWords(row.madeAt, now)} ago`,
    facts: [row.outcode, row.teamName, ...row.needNames].filter(Boolean).join(' · '),
    state: row.status === 'received' ? null : REFERRAL_STATUSES[row.status],
    flags: [
      row.heldBecause && `Held back: ${HELD_BECAUSE[row.heldBecause].toLowerCase()}.`,
      row.openCase && `Looks like an open case: ${row.openCase}.`,
      row.twin && `Looks like another referral: ${row.twin}.`,
      row.isAnswered && 'Whoever asked has answered your question.',
      row.consent === 'not_yet' && 'They have not been asked yet.',
    ].filter((flag): flag is string => Boolean(flag)),
    mustKnow: row.mustKnow,
    caseId: row.caseId,
  };
}

export const meta = pageMeta;

/** Who has asked for a link worker, and what was decided. */
export default function Inbox() {
  const {tabs, filter, filters, team, teams, cards, page, pages, done} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner caseload">
      <CaseloadNav here="/caseload/inbox" {...tabs} />
      <DoneBanner words={done} />
      <h1 className="caseload__title">Inbox</h1>
      <nav className="acts-more" aria-label="Which to show">
        {filters.map(({key, name, count}) => (
          <a key={key} href={inboxPath(key, team)} aria-current={key === filter ? 'page' : undefined}>
            {name} ({count})
          </a>
        ))}
      </nav>
      {teams.length > 0 && (
        <form method="get" action="/caseload/inbox" className="list-filters__form inbox-team">
          <input type="hidden" name="show" value={filter} />
          <ChoiceSelect name="team" label="Team" value={team ?? ''} options={teams} />
          <Button type="submit" secondary>
            Show
          </Button>
        </form>
      )}
      {cards.length === 0 && (
        <p className="nothing-yet">{team ? 'Nothing here for this choice of team.' : NONE[filter]}</p>
      )}
      <InboxList cards={cards} />
      <PageLinks page={page} pages={pages} href={(to) => `${inboxPath(filter, team)}&page=${to}`} />
    </div>
  );
}
