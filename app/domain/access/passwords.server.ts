/**
 * Passwords: argon2id with the OWASP parameters (19 MiB, 2 rounds, 1 lane), long phrases welcome, no rules about capitals
 * and signs, and none of the commonest (NIST SP 800-63B section 3.1.1.2, OWASP ASVS 5.0 section 6.2).
 */
import {hash, verify, type Options} from '@node-rs/argon2';
import {isCommonPassword} from './common-passwords.server.ts';

const ARGON2ID: Options = {algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1};
const SHORTEST = 12;
/** More would only be a way to keep the server busy. */
const LONGEST = 200;

/** What is wrong with a new password, in words for its owner; null when it will do. */
export function passwordProblem(password: string, about: {name: string; email: string}): string | null {
  if (password.length < SHORTEST) return `Use at least ${SHORTEST} characters. Three or four words in a row work well.`;
  if (password.length > LONGEST) return `Use at most ${LONGEST} characters.`;
  const plain = password.toLowerCase();
  const known = [about.email, about.email.split('@')[0] ?? '', about.name.replaceAll(' ', '')].map((word) =>
    word.toLowerCase(),
  );
  if (known.some((word) => word.length >= 4 && plain.replaceAll(' ', '').replace(/\d+$/, '') === word)) {
    return 'Do not use your name or e-mail address. Three or four words in a row work well.';
  }
  if (isCommonPassword(password)) {
    return 'Many people use this password, so it is easy to guess. Three or four words in a row work well.';
  }
  return null;
}

/** Unicode has several spellings of one letter, and keyboards differ in which they send. */
const normal = (password: string) => password.normalize('NFKC');

export const hashPassword = (password: string) => hash(normal(password), ARGON2ID);

/** Made once: what an unknown account is compared with, so that it takes as long as a known one. */
let decoy: Promise<string> | undefined;

/** Whether the password is right. Without a hash the same work is done and the answer is no. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const given = normal(password.slice(0, LONGEST));
  const isRight = await verify(passwordHash ?? (await decoy), given);
  return isRight && passwordHash !== null;
}
