/** Whether an e-mail address can show where somebody works. Safe in the browser. */

/** Where anybody gets an address of their own. Not all of them: what is missing here is merely not pointed out. */
const PRIVATE_MAIL =
  /^(gmail|googlemail|hotmail|outlook|live|msn|icloud|me|mac|aol|yahoo|ymail|gmx|proton|protonmail|btinternet|sky|virginmedia|talktalk|ntlworld|mail)\.(com|co\.uk|uk|net|me|org|ie)$/;

/** Nobody is turned away by it: a small group may have no other address. It is said to whoever decides. */
export const isPrivateMail = (address: string): boolean =>
  PRIVATE_MAIL.test(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
