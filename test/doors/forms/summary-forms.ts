/** The forms of the one-page summary: at the desk, and of whoever was sent its private page. */
import {codeOf} from '../../../app/domain/discharge/summary-links.server.ts';
import {addSomeone} from '../../factories/people.ts';
import {aSummaryLink} from '../../factories/private-links.ts';
import {aCall} from '../../factories/second-level.ts';
import {SITE_SECRET} from '../site.ts';
import {acts, rows, type Filled, type FormBed, type FormCase} from './form-case.ts';

const GIVEN = {givenTo: 'ward', consentBy: 'carer', consentHow: 'written'} as const;

export function summaryForms({sql, web, colleague}: FormBed): FormCase[] {
  /** A call about somebody new. */
  const aboutSomebody = async () => {
    const as = await colleague('call_handler');
    const record = await addSomeone(web, as, {givenName: 'Ottoline', familyName: 'Handedover'});
    const {id} = await aCall(sql, as, {personId: record, endings: ['information_given']});
    return {as, record, id, page: `/desk/calls/${id}/summary`};
  };
  const handed = (what: string, more: Record<string, string>): FormCase => ({
    route: 'desk.summary',
    what,
    make: async (): Promise<Filled> => {
      const {id, ...at} = await aboutSomebody();
      const done = rows('summary_handovers', 'call_id', id);
      return {...at, typed: {...GIVEN, ...more}, pressed: {act: 'hand'}, done};
    },
  });
  return [
    handed('on paper', {}),
    handed('by link', {way: 'email', sendTo: 'ward7@hospital.example'}),
    {
      route: 'desk.summary',
      what: 'open the record',
      make: async () => {
        const {as, record, page} = await aboutSomebody();
        return {as, page, typed: {}, pressed: {act: 'open'}, done: rows('openings', 'person_id', record)};
      },
    },
    {
      route: 'desk.summary',
      what: 'end a link',
      make: async () => {
        const {id, ...at} = await aboutSomebody();
        const link = (await aSummaryLink({sql, web}, at.as, id)).id;
        const done = acts('summary_link_ended', at.as);
        return {...at, typed: {}, among: {link}, pressed: {act: 'end-link'}, done};
      },
    },
    {
      route: 'summary.private',
      make: async () => {
        const {as, id} = await aboutSomebody();
        const {id: link, page} = await aSummaryLink({sql, web}, as, id);
        return {as: null, page, to: page, typed: {code: codeOf(SITE_SECRET, link)}};
      },
    },
  ];
}
