import {readReportId} from '../../domain/directory/listing-report-schema.ts';
import {readCookie} from '../../http/cookies.server.ts';

const COOKIE = 'report';
/** Long enough to write a message, short enough that tomorrow's message is another one. */
const MINUTES = 30;

/** The number of the form this visitor has open for the listing, so that a second tab shows the same form. */
export function formIdOf(request: Request): string | null {
  return readReportId(readCookie(request, COOKIE));
}

/** Remembers it, for this listing's form only. */
export function rememberForm(id: string, path: string, isSecure: boolean): string {
  return cookie(id, path, MINUTES * 60, isSecure);
}

export function forgetForm(path: string, isSecure: boolean): string {
  return cookie('', path, 0, isSecure);
}

function cookie(value: string, path: string, seconds: number, isSecure: boolean): string {
  return `${COOKIE}=${value}; Path=${path}/report; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}
