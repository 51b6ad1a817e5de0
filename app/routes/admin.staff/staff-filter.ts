import {isId, isRole, isState} from '../../domain/administration/staff-form.ts';
import type {StaffState} from '../../domain/administration/staff.ts';
import type {Role} from '../../domain/access/roles.ts';

interface Filter {
  partnerId: string | null;
  role: Role | null;
  state: StaffState | null;
}

/** The filters in an address or in the form; what is none of ours counts as not chosen. */
export function readFilter(fields: URLSearchParams | FormData): Filter {
  const partner = fields.get('partner');
  const role = fields.get('role');
  const state = fields.get('state');
  return {
    partnerId: isId(partner) ? partner : null,
    role: isRole(role) ? role : null,
    state: isState(state) ? state : null,
  };
}

/** The address of a page of the list. A name is never in it: addresses stay in histories. */
export function listAddress({partnerId, role, state}: Filter, page = 1): string {
  const query = new URLSearchParams({
    ...(partnerId ? {partner: partnerId} : {}),
    ...(role ? {role} : {}),
    ...(state ? {state} : {}),
    ...(page > 1 ? {page: String(page)} : {}),
  });
  return query.size > 0 ? `/admin/staff?${query}` : '/admin/staff';
}
