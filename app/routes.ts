import type {UNSAFE_RouteConfigEntry as Entry} from '@remix-run/dev';

/** A page or an answer at `path`, made by `app/routes/<file>`. */
const at = (path: string, file: string): Entry => ({path, file: `routes/${file}`});

/** Every address of the site. */
export default [
  {index: true, file: 'routes/home/route.tsx'},
  at('search', 'search/route.tsx'),
  at('search/map', 'search.map/route.ts'),
  at('search/map/names', 'search.map.names/route.ts'),
  at('suggest', 'suggest/route.ts'),

  at('services/:slug', 'services.listing/route.tsx'),
  at('services/:slug/calendar.ics', 'services.calendar/route.ts'),
  at('services/:slug/print', 'services.print/route.tsx'),
  at('services/:slug/report', 'services.report/route.tsx'),
  at('shortlist', 'shortlist/route.tsx'),

  at('talk', 'talk/route.tsx'),
  at('about', 'about/route.tsx'),
  at('accessibility', 'accessibility/route.tsx'),
  at('privacy', 'privacy/route.tsx'),
  at('language', 'language/route.ts'),

  // The staff side: one frame round all its pages. What stands in it, files to download too, the public pages are not told
  // of (docs/decisions/0011): from there it is reached by plain links.
  {
    file: 'routes/staff-side/route.tsx',
    children: [
      at('sign-in', 'sign-in/route.tsx'),
      at('sign-in/code', 'sign-in.code/route.tsx'),
      at('sign-in/set-up', 'sign-in.set-up/route.tsx'),
      at('forgotten-password', 'forgotten-password/route.tsx'),
      at('set-password/:token', 'set-password/route.tsx'),

      at('staff', 'staff.home/route.tsx'),
      at('account', 'account/route.tsx'),
      at('account/password', 'account.password/route.tsx'),
      at('account/codes', 'account.codes/route.tsx'),
      at('account/phone', 'account.phone/route.tsx'),

      at('people', 'people.find/route.tsx'),
      at('people/new', 'people.new/route.tsx'),
      at('people-emergency', 'people.emergency/route.tsx'),
      at('people/:id', 'people.record/route.tsx'),
      at('people/:id/open', 'people.open/route.tsx'),
      at('people/:id/close', 'people.close/route.ts'),
      at('people/:id/edit/:section', 'people.edit/route.tsx'),
      at('people/:id/consents', 'people.consents/route.tsx'),
      at('people/:id/merge', 'people.merge/route.tsx'),

      at('desk/guides', 'desk.guides/route.tsx'),
      at('desk/guides/:key', 'desk.guides-one/route.tsx'),
      at('desk/live', 'desk.live/route.ts'),
      at('desk/queues', 'desk.queues/route.tsx'),
      at('desk/queues/:discipline', 'desk.queue/route.tsx'),
      at('desk/handoffs/:id', 'desk.handoff/route.tsx'),
      at('desk/call-backs', 'desk.call-backs/route.tsx'),
      at('desk/safeguarding', 'desk.safeguarding/route.tsx'),
      at('desk/safeguarding/:id', 'desk.safeguarding.one/route.tsx'),
      at('desk/settings', 'desk.settings/route.tsx'),
      at('desk/lead', 'desk.lead/route.tsx'),
      at('desk/lead/reviews/:id', 'desk.review/route.tsx'),
      at('desk/reviews', 'desk.reviews/route.tsx'),
      at('desk/ring', 'desk.ring/route.ts'),
      at('desk/figures', 'desk.figures/route.tsx'),
      at('desk/wallboard', 'desk.wallboard/route.tsx'),
      at('wallboard/:token', 'wallboard/route.tsx'),
      at('desk/calls/:id/summary', 'desk.summary/route.tsx'),
      at('private/:token', 'summary.private/route.tsx'),
      at('desk', 'desk.home/route.tsx'),
      at('desk/calls/:id', 'desk.call/route.tsx'),
      // What the page of a call sends and asks while somebody types.
      at('desk/calls/:id/fields', 'desk.call.fields/route.ts'),
      at('desk/calls/:id/follow', 'desk.call.follow/route.ts'),
      at('desk/calls/:id/near', 'desk.call.near/route.ts'),
      at('desk/calls/:id/person', 'desk.call.person/route.ts'),
      at('desk/calls/:id/turn', 'desk.call.turn/route.ts'),
      at('desk/calls/:id/guide', 'desk.call.guide/route.ts'),
      at('desk/calls/:id/end', 'desk.call.end/route.ts'),
      at('desk/ended/:id', 'desk.ended/route.tsx'),
      at('desk/ended/:id/correct', 'desk.ended.correct/route.tsx'),
      at('desk/ended/:id/letter', 'desk.ended.letter/route.tsx'),

      at('caseload', 'caseload.home/route.tsx'),
      at('caseload/all', 'caseload.list/route.tsx'),
      at('caseload/inbox', 'caseload.inbox/route.tsx'),
      at('caseload/inbox/:id', 'caseload.referral/route.tsx'),
      at('caseload/cases/:id', 'caseload.case/route.tsx'),
      at('caseload/cases/:id/draft', 'caseload.draft/route.ts'),
      at('caseload/lead', 'caseload.lead/route.tsx'),
      at('caseload/cases/:id/measures', 'caseload.measures/route.tsx'),
      at('caseload/cases/:id/measures/:scale', 'caseload.measure/route.tsx'),
      at('caseload/cases/:id/outcomes', 'caseload.outcomes/route.tsx'),
      at('caseload/cases/:id/plan', 'caseload.plan/route.tsx'),
      at('caseload/cases/:id/plan/edit', 'caseload.plan-edit/route.tsx'),
      at('answer/:token', 'answer/route.tsx'),
      at('plan/:token', 'plan/route.tsx'),

      at('records', 'records.home/route.tsx'),
      at('records/people/:id', 'records.people/route.tsx'),
      at('records/staff', 'records.staff/route.tsx'),
      at('records/staff/:id', 'records.staff.one/route.tsx'),
      at('records/emergency', 'records.emergency/route.tsx'),
      at('records/emergency/:id', 'records.emergency.one/route.tsx'),

      at('admin', 'admin.home/route.tsx'),
      at('admin/staff', 'admin.staff/route.tsx'),
      at('admin/staff/new', 'admin.staff-new/route.tsx'),
      at('admin/staff/:id', 'admin.staff-one/route.tsx'),
      at('admin/staff/:id/account', 'admin.staff-account/route.ts'),
      at('admin/staff/:id/sign-in', 'admin.staff-sign-in/route.ts'),
      at('admin/teams', 'admin.teams/route.tsx'),
      at('admin/teams/:id', 'admin.teams-one/route.tsx'),
      at('admin/partners', 'admin.partners/route.tsx'),
      at('admin/partners/:id', 'admin.partners-one/route.tsx'),
      at('outbox', 'outbox/route.tsx'),

      at('sign-out', 'sign-out/route.ts'),
      at('records/people/:id/export.csv', 'records.people.export/route.ts'),
      at('records/staff/:id/export.csv', 'records.staff.export/route.ts'),
      at('wallboard/:token/now', 'wallboard.now/route.ts'),
      at('desk/figures/export.csv', 'desk.figures.export/route.ts'),
    ],
  },

  // Asking for a link worker. Like the staff side, the other public pages are not told of it: it is reached by plain links.
  {
    file: 'routes/refer-side/route.tsx',
    children: [
      at('refer', 'refer/route.tsx'),
      at('refer/form', 'refer.form/route.tsx'),
      at('refer/professional', 'refer.professional/route.tsx'),
      at('refer/back/:token', 'refer.back/route.ts'),
      at('refer/checked/:token', 'refer.checked/route.tsx'),
      at('refer/sent', 'refer.sent/route.tsx'),
    ],
  },

  at('sitemap.xml', 'sitemap/route.ts'),
  at('robots.txt', 'robots/route.ts'),
  at('*', 'not-found/route.tsx'),
] satisfies Entry[];
