/**
 * The settings of Fingerpost: the only place that reads the environment. Each is described in `.env.example`.
 */
import {isAbsolute, resolve} from 'node:path';
import {z} from 'zod';
import {NATIONS} from './domain/dates/nation.ts';
import {hideSmall} from './domain/figures/suppress.ts';

const wholeNumber = (from: number, to: number) =>
  z.string().transform((text, context) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= from && number <= to) return number;
    return refuse(context, `expected a whole number from ${from} to ${to}`, text);
  });

const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.string().transform((text, context): Words[number] => {
    if (words.includes(text)) return text;
    return refuse(context, `expected one of ${words.join(', ')}`, text);
  });

const address = (schemes: string[], example: string) =>
  z.string().transform((text, context) => {
    const scheme = URL.canParse(text) ? new URL(text).protocol.slice(0, -1) : null;
    if (scheme !== null && schemes.includes(scheme)) return text.replace(/\/+$/, '');
    return refuse(context, `expected an address such as ${example}`, withoutPassword(text));
  });

const words = (pattern: RegExp, expected: string) =>
  z.string().transform((text, context) => (pattern.test(text) ? text : refuse(context, `expected ${expected}`, text)));

/** Never shown in a message, not even a part of it. */
const secret = z.string().min(32, 'expected at least 32 characters that nobody can guess');

const tileAddress = z.string().transform((text, context) => {
  const complete = ['{z}', '{x}', '{y}'].every((part) => text.includes(part));
  if (complete && /^(https?:\/\/|\/)/.test(text)) return text;
  return refuse(context, 'expected an address such as https://tiles.example/{z}/{x}/{y}.png', text);
});

/** Every setting as it stands in the environment. What is empty counts as not set. */
export const settingsSchema = z.object({
  PORT: wholeNumber(1, 65535).default(3000),
  HOST: words(/^[\w.:-]+$/, 'an address or name of this machine, such as 127.0.0.1 or 0.0.0.0').default('127.0.0.1'),
  PUBLIC_URL: address(['http', 'https'], 'https://help.example').optional(),
  DATABASE_URL: address(['postgres', 'postgresql'], 'postgres://user:password@host:5432/name').optional(),
  DATABASE_WEB_URL: address(['postgres', 'postgresql'], 'postgres://fingerpost_web:password@host:5432/name').optional(),
  DATABASE_CONNECTIONS: wholeNumber(3, 200).default(10),
  SITE_SECRET: secret.optional(),
  MEILI_URL: address(['http', 'https'], 'http://127.0.0.1:7700').optional(),
  MEILI_KEY: z.string().optional(),
  MEILI_PREFIX: words(/^[\w-]{1,60}$/, 'letters, digits, - and _ only').default('fingerpost_'),
  FINGERPOST_DATA: z.string().default('.data'),
  FINGERPOST_SEED: oneOf(['demo', 'none']).default('demo'),
  POSTCODES_URL: address(['http', 'https'], 'https://postcodes.example').optional(),
  TILES_URL: tileAddress.optional(),
  TILES_ATTRIBUTION: z.string().optional(),
  AREA_NAME: z.string().default('Bracknell Forest'),
  AREA_KEY: words(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens').default('bracknell-forest'),
  NATION: oneOf(NATIONS).default('england-and-wales'),
  TEAM_PHONE: words(/^[+\d][\d ]{5,20}$/, 'a telephone number').default('01632 960000'),
  TEAM_EMAIL: words(/^[^@\s]+@[^@\s]+$/, 'an e-mail address').default('hello@fingerpost.example'),
  SCALES_FILE: z.string().optional(),
  MDT_FLAGS_FILE: z.string().optional(),
  CONTRACT_FILE: z.string().optional(),
  NOTIFY_KEY: secret.optional(),
  NOTIFY_EMAIL_TEMPLATE: words(/^[0-9a-f-]{36}$/, 'the number of a template').optional(),
  NOTIFY_TEXT_TEMPLATE: words(/^[0-9a-f-]{36}$/, 'the number of a template').optional(),
  NOTIFY_URL: address(['http', 'https'], 'https://api.notifications.service.gov.uk').default(
    'https://api.notifications.service.gov.uk',
  ),
  SMTP_URL: address(['smtp', 'smtps'], 'smtp://user:password@mail.example:587').optional(),
  MAIL_FROM: words(/^[^@\s]+@[^@\s]+$/, 'an e-mail address').optional(),
  PHONE_WEBHOOK_SECRET: secret.optional(),
  PHONE_ANSWER_SECONDS: wholeNumber(1, 600).default(20),
  PHONE_SHORT_SECONDS: wholeNumber(0, 60).default(5),
  SMALL_NUMBERS: wholeNumber(5, 9).default(7),
  TRUST_PROXY: oneOf(['no', 'loopback', 'one', 'private']).default('no'),
  LOG_LEVEL: oneOf(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  NODE_ENV: oneOf(['production', 'development', 'test']).default('production'),
});

/** The settings as the program uses them. */
export type Config = ReturnType<typeof readConfig>;

/** A setting that cannot be used. Its message is one line, made to be shown to the person who starts the site. */
export class SettingError extends Error {
  override name = 'SettingError';
}

/**
 * Reads and checks all settings.
 *
 * @throws {SettingError} naming the first setting that cannot be used
 */
export function readConfig(environment: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const outcome = settingsSchema.safeParse(given);
  if (!outcome.success) {
    const [issue] = outcome.error.issues;
    throw new SettingError(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const settings = outcome.data;
  if (settings.TILES_URL?.startsWith('http') && !settings.TILES_ATTRIBUTION) {
    throw new SettingError(
      'TILES_ATTRIBUTION: expected the words that credit the maker of the map, as TILES_URL is set',
    );
  }
  const {post} = readPost(settings);
  // Links in messages must not be made from whatever host a request claims to be for.
  if (post.by !== 'outbox' && !settings.PUBLIC_URL) {
    throw new SettingError('PUBLIC_URL: expected the address of the site, as messages with links to it are sent');
  }
  return {
    post,
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL ?? null,
    databaseUrl: settings.DATABASE_URL ?? null,
    databaseWebUrl: settings.DATABASE_WEB_URL ?? null,
    /** How many connections to the database the web server holds for its requests, besides the one it listens on. */
    databaseConnections: settings.DATABASE_CONNECTIONS,
    siteSecret: settings.SITE_SECRET ?? null,
    meiliPrefix: settings.MEILI_PREFIX,
    meili: settings.MEILI_URL
      ? {url: settings.MEILI_URL, key: settings.MEILI_KEY, prefix: settings.MEILI_PREFIX}
      : null,
    dataFolder: isAbsolute(settings.FINGERPOST_DATA) ? settings.FINGERPOST_DATA : resolve(settings.FINGERPOST_DATA),
    seed: settings.FINGERPOST_SEED,
    /** Made-up accounts may be used in one click, and every page says that nothing here is real. */
    isDemonstration: settings.FINGERPOST_SEED === 'demo',
    postcodesUrl: settings.POSTCODES_URL ?? null,
    tilesUrl: settings.TILES_URL ?? null,
    tilesAttribution: settings.TILES_ATTRIBUTION ?? null,
    areaName: settings.AREA_NAME,
    /** Whom the public can talk to. The defaults are made up, from ranges kept for such use. */
    teamContact: {phone: settings.TEAM_PHONE, email: settings.TEAM_EMAIL},
    areaKey: settings.AREA_KEY,
    /** Whose bank holidays are kept. */
    nation: settings.NATION,
    /** Shared with the telephone system, which signs its events with it. Without one there is none. */
    phoneSecret: settings.PHONE_WEBHOOK_SECRET ?? null,
    /** How figures are counted and shown. */
    figures: {
      thresholds: {answerSeconds: settings.PHONE_ANSWER_SECONDS, shortSeconds: settings.PHONE_SHORT_SECONDS},
      smallNumbers: hideSmall(settings.SMALL_NUMBERS),
    },
    /** A file with measures of the site's own, and the licensed wording of others. */
    scalesFile: settings.SCALES_FILE ?? null,
    /** A file with risk flags of the site's own, beside those that the product ships with. */
    mdtFlagsFile: settings.MDT_FLAGS_FILE ?? null,
    /** A file with what a contract on loneliness pays. Without one no amounts are shown. */
    contractFile: settings.CONTRACT_FILE ?? null,
    trustProxy: expressTrust[settings.TRUST_PROXY],
    logLevel: settings.LOG_LEVEL,
    nodeEnv: settings.NODE_ENV,
    dev: settings.NODE_ENV === 'development',
  };
}

/** How messages leave: through GOV.UK Notify, a mail server, or not at all: then they can be read on a page here. */
export type Post =
  | {by: 'notify'; url: string; key: string; emailTemplate: string; textTemplate: string | null}
  | {by: 'smtp'; url: string; from: string}
  | {by: 'outbox'};

function readPost(settings: z.infer<typeof settingsSchema>): {post: Post} {
  const {SMTP_URL, MAIL_FROM, NOTIFY_KEY, NOTIFY_EMAIL_TEMPLATE, NOTIFY_TEXT_TEMPLATE, NOTIFY_URL} = settings;
  if (NOTIFY_KEY) {
    if (!NOTIFY_EMAIL_TEMPLATE) {
      throw new SettingError('NOTIFY_EMAIL_TEMPLATE: expected the number of a template, as NOTIFY_KEY is set');
    }
    const textTemplate = NOTIFY_TEXT_TEMPLATE ?? null;
    return {post: {by: 'notify', url: NOTIFY_URL, key: NOTIFY_KEY, emailTemplate: NOTIFY_EMAIL_TEMPLATE, textTemplate}};
  }
  if (SMTP_URL) {
    if (!MAIL_FROM) throw new SettingError('MAIL_FROM: expected the address that mail comes from, as SMTP_URL is set');
    return {post: {by: 'smtp', url: SMTP_URL, from: MAIL_FROM}};
  }
  return {post: {by: 'outbox'}};
}

/** What Express calls the same. A plain "yes" does not exist: it would believe whatever a visitor claims. */
const expressTrust = {no: false, loopback: 'loopback', one: 1, private: 'loopback, linklocal, uniquelocal'} as const;

function refuse(context: z.RefinementCtx<string>, expected: string, got: string) {
  context.addIssue({code: 'custom', message: `${expected}, got ${JSON.stringify(got)}`});
  return z.NEVER;
}

/** A setting that is shown on a screen or in a log must not show its password. */
function withoutPassword(text: string) {
  return text.replace(/:[^:@/]*@/, ':…@');
}
