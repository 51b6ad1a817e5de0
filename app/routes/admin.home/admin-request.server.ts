/** What the pages of administration read from a request. */
import type {AppLoadContext} from '@remix-run/node';
import type {AdminForm, AdminSetting} from '../../domain/administration/change.server.ts';
import {submissionOf} from '../../domain/access/submissions.server.ts';
import {staffOf} from '../../http/staff.server.ts';

export {idOf, missing} from '../../http/address.server.ts';

export const adminSetting = (context: AppLoadContext): AdminSetting => ({
  sql: context.sql,
  viewer: staffOf(context),
  address: context.address,
});

export const adminForm = (context: AppLoadContext, form: FormData, door: AdminForm['door']): AdminForm => ({
  ...adminSetting(context),
  door,
  submission: submissionOf(form),
});

/** `?page=` from 1; the first for anything else. */
export function pageOf(request: Request): number {
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}

/** The version that a form was shown with; one that no row has for anything else. */
export function versionOf(form: FormData): number {
  const version = Number(form.get('version'));
  return Number.isInteger(version) && version >= 1 && version < 2 ** 31 ? version : 0;
}

/** What the page before this one wants said here. The address holds only the key, never the words. */
export function saidIn(request: Request, name: 'done' | 'refused', words: Record<string, string>): string | null {
  const key = new URL(request.url).searchParams.get(name);
  return key !== null && Object.hasOwn(words, key) ? (words[key] ?? null) : null;
}
