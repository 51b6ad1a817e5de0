import {keyedHash} from '../access/secrets.server.ts';

/** The token of a private link: drawn from the id of what was passed on, so that it can be sent again and only its hash is kept. */
export const onwardToken = (siteSecret: string, onwardId: string): string =>
  keyedHash(siteSecret, 'onward link', onwardId).toString('base64url');
