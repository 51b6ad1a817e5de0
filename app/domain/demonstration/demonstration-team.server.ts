/** The made-up weeks of the demonstration's link workers, the languages they speak, and talks with whoever supervises them. */
import type {Sql} from '../../../db/client.ts';
import {uuidFrom} from '../../../db/uuid.ts';
import {within} from '../../../db/within.ts';
import {addDays, type CalendarDate} from '../dates/calendar-date.ts';

/** Hours a week, one after another: full time, four days, three, two and a half. */
const HOURS = [37.5, 37.5, 30, 22.5, 37.5, 18.5];

/** What some of them speak beside English. */
const LANGUAGES: Record<string, string[]> = {
  'Aisha Rahman': ['Urdu'],
  'Ben Carter': ['British Sign Language'],
  'Mateusz Zielinski': ['Polish'],
  'Farah Siddiqui': ['Urdu', 'Punjabi'],
  'Lucy Marsh': ['Nepali'],
  'Anil Thapa': ['Nepali'],
  'Sunita Rai': ['Nepali', 'Hindi'],
  'Gurpreet Gill': ['Punjabi'],
  'Bryn Howells': ['Welsh'],
};

/** Whom some know best: by what people need, by the first half of a postcode, and by their practices. */
const KNOWS: Record<string, {needs?: string[]; outcodes?: string[]; practices?: string[]}> = {
  'Aisha Rahman': {outcodes: ['RG12'], practices: ['Larch Lane Surgery']},
  'Ben Carter': {outcodes: ['SL5'], needs: ['hearing']},
  'Amara Obi': {needs: ['debt', 'benefits']},
  'Callum Reid': {needs: ['getting-active']},
  'Mateusz Zielinski': {needs: ['work', 'english-classes']},
  'Anil Thapa': {outcodes: ['GU47']},
};

/** Networks of practices, as a provider writes them down. */
const NETWORKS: Record<string, string[]> = {
  'Lily Hill Link Workers': [
    'Larch and Mill: Larch Lane Surgery; Mill Ride Practice',
    'Kings Gate: Kings Gate Surgery; Easthampstead Practice; Fernbank Surgery',
  ],
};

/** Of each pair one talk that stays with the lead, and one that was shared, with what was agreed. */
const TALKS = [
  {
    lead: 'Siobhan Kelly',
    worker: 'Aisha Rahman',
    own: 'Carries two bereavements at once and says little of it. Ask again, and do not fill that week up.',
    shared: 'We looked at who could end soon. Three are ready; Aisha talks it over with each of them first.',
    action: 'Talk about the ending with the three we named',
  },
  {
    lead: 'Siobhan Kelly',
    worker: 'Ben Carter',
    own: 'Stays late most Thursdays. The driving between Ascot and Sandhurst is part of it.',
    shared: 'Home visits on one day for each side of the county. Ben tries it for a month.',
    action: 'Put the Ascot visits on Wednesdays',
  },
  {
    lead: 'Lucy Marsh',
    worker: 'Anil Thapa',
    own: 'A fine first half-year. Ready for somebody with more going on.',
    shared: 'Anil brings one person to the MDT himself, and Lucy sits beside him.',
    action: 'Write the one page for the MDT',
  },
];

/**
 * Puts them in where nobody's week is written down yet and the link workers of the demonstration are there. Returns how many
 * weeks. Three statements and four for the talks, as the start waits for them.
 */
export async function loadDemonstrationTeam(sql: Sql, today: CalendarDate): Promise<number> {
  const [{exists}] = await sql<[{exists: boolean}]>`select exists (select from worker_weeks) as exists`;
  const staff = await within(
    sql,
    {purpose: 'sign-in'},
    (tx) => tx<{id: string; name: string; partnerId: string; partnerName: string}[]>`
      select staff.id, staff.name, staff.partner_id, partners.name as partner_name
      from staff
      join partners on partners.id = staff.partner_id
      where
        staff.is_demonstration
        and exists (select from referral_providers where referral_providers.partner_id = staff.partner_id)
        and exists (select from staff_roles where staff_id = staff.id and role = 'link_worker')
      order by staff.created_at, staff.id
    `,
  );
  if (exists || staff.length === 0) return 0;
  const weeks = staff.map(({id, name, partnerId}, place) => ({
    ...{staffId: id, partnerId, hours: HOURS[place % HOURS.length]!},
    languages: LANGUAGES[name] ?? [],
    outcodes: KNOWS[name]?.outcodes ?? [],
    practices: KNOWS[name]?.practices ?? [],
    needs: KNOWS[name]?.needs ?? [],
  }));
  await sql.begin(async (tx) => {
    await tx`insert into worker_weeks ${tx(weeks)}`;
    for (const [name, networks] of Object.entries(NETWORKS)) {
      const provider = staff.find(({partnerName}) => partnerName === name);
      if (provider)
        await tx`update referral_providers set networks = ${networks} where partner_id = ${provider.partnerId}`;
    }
    const who = (name: string) => staff.find((one) => one.name === name);
    const talks = TALKS.flatMap(({lead, worker, ...talk}) => {
      const [leads, walks] = [who(lead), who(worker)];
      return leads && walks
        ? [{...talk, leadId: leads.id, here: {workerId: walks.id, partnerId: walks.partnerId}}]
        : [];
    });
    if (talks.length === 0) return;
    const idOf = (workerId: string, kind: 'own' | 'shared') => uuidFrom(`supervision:${workerId}:${kind}`);
    await tx`
      insert into supervisions ${tx(talks.map(({leadId, here}) => ({...here, leadId, why: 'I lead the team'})))}
    `;
    const notes = talks.flatMap(({here}) => [
      {id: idOf(here.workerId, 'own'), ...here, heldOn: addDays(today, -37), sharedFrom: null},
      {id: idOf(here.workerId, 'shared'), ...here, heldOn: addDays(today, -9), sharedFrom: 1},
    ]);
    await tx`insert into supervision_notes ${tx(notes)}`;
    const versions = talks.flatMap(({here, leadId, own, shared}) =>
      (
        [
          ['own', own],
          ['shared', shared],
        ] as const
      ).map(([kind, words]) => ({
        ...{noteId: idOf(here.workerId, kind), ...here, number: 1},
        ...{words, byId: leadId},
      })),
    );
    await tx`insert into supervision_versions ${tx(versions)}`;
    const actions = talks.map(({here, action}) => ({
      ...{noteId: idOf(here.workerId, 'shared'), ...here, ownerId: here.workerId},
      ...{what: action, dueOn: addDays(today, 3)},
    }));
    await tx`insert into supervision_actions ${tx(actions)}`;
  });
  return weeks.length;
}
