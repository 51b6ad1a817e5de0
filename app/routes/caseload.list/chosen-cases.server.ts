/** Which cases, whose and in which order, as it stands in an address: of the list and of the board alike. */
import {z} from 'zod';
import {CASE_FILTERS, CASE_ORDERS, type CaseFilter, type CaseOrder} from '../../domain/cases/case-choices.ts';

/** Never a name: what is looked for goes by POST. */
export function chosenIn(request: Request) {
  const asked = new URL(request.url).searchParams;
  return {
    filter: z
      .enum(Object.keys(CASE_FILTERS) as [CaseFilter])
      .catch('open')
      .parse(asked.get('show')),
    order: z
      .enum(Object.keys(CASE_ORDERS) as [CaseOrder])
      .catch('next')
      .parse(asked.get('order')),
    whose: z
      .union([z.enum(['mine', 'all', 'nobody']), z.uuid()])
      .catch('mine')
      .parse(asked.get('whose')),
  };
}
