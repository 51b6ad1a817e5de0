/** The forms of letters and files that leave a case. */
import {insertCase, insertProvider} from '../../factories/cases.ts';
import {rows, type FormBed, type FormCase} from './form-case.ts';

export function lettersForms({sql, level}: FormBed): FormCase[] {
  const onCase = async () => {
    const as = await insertProvider(sql, {beside: level.desk});
    return {as, id: (await insertCase(sql, as)).id};
  };
  return [
    {
      route: 'caseload.letter',
      what: 'send',
      make: async () => {
        const {as, id} = await onCase();
        return {
          as,
          page: `/caseload/cases/${id}/letters/gp_first`,
          typed: {toName: 'Larch Lane', body: 'Dear colleague\n\nShe sings.', agreedBy: 'person', agreedHow: 'spoken'},
          pressed: {do: 'send'},
          done: rows('case_letters', 'case_id', id),
        };
      },
    },
    {
      route: 'caseload.letter',
      what: 'preview',
      make: async () => {
        const {as, id} = await onCase();
        const typed = {toName: 'Nell', body: 'Dear Nell'};
        return {as, page: `/caseload/cases/${id}/letters/person`, typed, pressed: {do: 'preview'}};
      },
    },
    {
      route: 'caseload.fhir',
      make: async () => {
        const {as, id} = await onCase();
        const typed = {organisation: 'Larch Lane', withPlan: 'yes', agreedBy: 'person', agreedHow: 'written'};
        return {as, page: `/caseload/cases/${id}/fhir`, typed, done: rows('case_exports', 'case_id', id)};
      },
    },
  ];
}
