/**
 * The two cookies of the staff side. `__Host-` makes a browser refuse them from anywhere but this very host, and only
 * over https (or on this machine itself). They end with the browser; what they stand for is kept in PostgreSQL.
 */
const SESSION = '__Host-fingerpost';
const HELD = '__Host-held';

export const SESSION_COOKIE = SESSION;
export const HELD_COOKIE = HELD;
/** That this browser was given the code of a private page. */
export const PRIVATE_COOKIE = '__Host-private';

const cookie = (name: string, value: string, rest = '') =>
  `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${rest}`;

export const sessionCookie = (token: string) => cookie(SESSION, token);
export const endSessionCookie = () => cookie(SESSION, '', '; Max-Age=0');
export const heldCookie = (token: string) => cookie(HELD, token, '; Max-Age=43200');
export const privateCookie = (proof: string) => cookie(PRIVATE_COOKIE, proof, '; Max-Age=86400');
export const endHeldCookie = () => cookie(HELD, '', '; Max-Age=0');
