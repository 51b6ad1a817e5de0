/** The forms of the desk, and what the page of a call sends by itself. */
import {randomBytes, randomUUID} from 'node:crypto';
import {aDraft, anEndedCall} from '../../factories/calls.ts';
import {aSimpleCall} from '../../factories/simple-call.ts';
import type {TestStaff} from '../../factories/staff.ts';
import {acts, changes, rows, type Filled, type FormBed, type FormCase} from './form-case.ts';

export function deskForms({sql, web, colleague}: FormBed): FormCase[] {
  /** What the page of a call sends by itself while somebody types in it. */
  const byPage = (
    route: string,
    what: string,
    json: unknown,
    done?: (id: string, as: TestStaff) => Filled['done'],
  ): FormCase => ({
    route: `desk.call.${route}`,
    what,
    make: async () => {
      const as = await colleague('call_handler');
      const id = await aDraft(web, as, aSimpleCall);
      const page = `/desk/calls/${id}/${route}`;
      return {as, page, typed: {}, json, ...(done ? {done: done(id, as)} : {})};
    },
  });
  const pageId = randomUUID();
  const draftField = (name: string) => (id: string) => async () => {
    const [field] = await sql<{version: number}[]>`
      select version from call_draft_fields where draft_id = ${id} and name = ${name}
    `;
    return (field?.version ?? 1) - 1;
  };
  const aRing = async ({staffId, partnerId}: TestStaff) => {
    await sql`
      insert into phone_rings (staff_id, partner_id, phone_call, caller, state)
      values (${staffId}, ${partnerId}, ${randomUUID()}, '+441632960001', 'ringing')
    `;
  };

  return [
    {
      route: 'desk.wallboard',
      what: 'make',
      make: async () => {
        const as = await colleague('team_lead');
        const done = acts('wallboard_link_changed', as);
        return {as, page: '/desk/wallboard', typed: {name: 'Big room'}, done};
      },
    },
    {
      route: 'desk.wallboard',
      what: 'end',
      make: async () => {
        const as = await colleague('team_lead');
        const [link] = await sql<[{id: string}]>`
          insert into wallboard_links (partner_id, name, token_hash, made_by)
          values (${as.partnerId}, 'Hall', ${randomBytes(32)}, ${as.staffId})
          returning id
        `;
        const done = acts('wallboard_link_changed', as);
        return {as, page: '/desk/wallboard', typed: {}, among: {id: link.id}, done};
      },
    },
    {
      route: 'desk.home',
      make: async () => {
        const as = await colleague('call_handler');
        return {as, page: '/desk', typed: {}, pressed: {channel: 'phone'}, done: acts('call_started', as)};
      },
    },
    {
      route: 'desk.call',
      what: 'save without scripts',
      make: async () => {
        const as = await colleague('call_handler');
        const id = await aDraft(web, as);
        return {
          as,
          page: `/desk/calls/${id}`,
          typed: {story: 'She fell.\nNobody is with her.'},
          pressed: {act: 'save'},
          done: rows('call_draft_fields', 'draft_id', id),
        };
      },
    },
    byPage(
      'fields',
      'save',
      {page: pageId, changes: [{name: 'story', value: 'Typed on.', base: 1}]},
      draftField('story'),
    ),
    byPage('follow', 'follow', {page: pageId, field: null, known: {}}),
    byPage('near', 'look', {story: 'lonely', needs: [], near: '', given: []}),
    byPage('guide', 'open', {key: 'loneliness'}),
    byPage('turn', 'hold', {turn: 'hold'}),
    byPage('person', 'find', {act: 'find', words: 'Marchbanks'}),
    byPage(
      'person',
      'write down',
      {
        act: 'write-down',
        typed: {givenName: 'Olive', familyName: 'Writtendown'},
        isSure: true,
        submission: randomUUID(),
        openingSubmission: randomUUID(),
      },
      () => rows('people', 'family_name', 'Writtendown'),
    ),
    byPage('end', 'end', {page: pageId, changes: []}, (id) => rows('calls', 'id', id)),
    {
      route: 'desk.ring',
      make: async () => {
        const as = await colleague('call_handler');
        await sql`
          insert into staff_phones (staff_id, partner_id, extension)
          values (${as.staffId}, ${as.partnerId}, ${randomUUID().slice(0, 8)})
        `;
        await aRing(as);
        const [ring] = await sql<[{id: string}]>`select id from phone_rings where staff_id = ${as.staffId}`;
        return {
          as,
          page: '/desk',
          to: '/desk/ring',
          typed: {},
          written: {ring: ring.id, submission: randomUUID()},
          done: acts('call_started', as),
        };
      },
    },
    {
      route: 'desk.ended.correct',
      make: async () => {
        const as = await colleague('call_handler');
        const id = await anEndedCall(web, as);
        return {
          as,
          page: `/desk/ended/${id}/correct`,
          typed: {story: 'Would like to get out much more.', reason: 'Heard wrongly.'},
          done: changes('calls', id),
        };
      },
    },
    {
      route: 'desk.ended.correct.fields',
      make: async () => {
        const as = await colleague('call_handler');
        const id = await anEndedCall(web, as);
        const json = {
          page: randomUUID(),
          draft: randomUUID(),
          seen: 1,
          changes: [{name: 'story', value: 'Would like to get out.', base: 0}],
        };
        const done = rows('correction_drafts', 'call_id', id);
        return {as, page: `/desk/ended/${id}/correct/fields`, typed: {}, json, done};
      },
    },
    {
      route: 'desk.guides-one',
      make: async () => {
        const as = await colleague('team_lead');
        return {
          as,
          page: '/desk/guides/loneliness?part=about',
          typed: {title: `Loneliness ${randomUUID().slice(0, 8)}`, writtenBy: 'Somebody who typed this'},
          pressed: {act: 'save'},
          done: rows('guide_versions', 'edited_by', as.staffId),
        };
      },
    },
    {
      route: 'desk.guides',
      make: async () => {
        const as = await colleague('team_lead');
        return {
          as,
          page: '/desk/guides?part=new',
          typed: {
            title: `Lost keys ${randomUUID().slice(0, 8)}`,
            when: 'Somebody stands before their own door.',
            writtenBy: 'Somebody who typed this',
            reviewBy: '30/11/2031',
            sources: 'The locksmiths’ guild',
            ask: 'Is somebody with you?',
          },
          pressed: {act: 'save'},
          done: rows('guide_versions', 'edited_by', as.staffId),
        };
      },
    },
  ];
}
