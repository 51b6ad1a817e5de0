import {createTransport} from 'nodemailer';
import {LONGEST_TRY_MS, NotSent, type Carrier, type Outgoing} from './carrier.ts';

/** Sends e-mail through a mail server. It has no way to send text messages. */
export function smtpPost({url, from}: {url: string; from: string}): Carrier {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    dnsTimeout: 10_000,
    socketTimeout: LONGEST_TRY_MS - 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(message) {
      if (message.channel !== 'email') throw new NotSent(`a mail server sends no message by ${message.channel}`);
      await transport.sendMail(asMail(message, from)).catch((cause: unknown) => {
        throw new NotSent(problemOf(cause));
      });
    },
  };
}

const asMail = ({id, recipient, subject, body}: Outgoing, from: string) => ({
  from: {name: 'Fingerpost', address: from},
  // As an object, so that a comma in it does not make two recipients.
  to: {name: '', address: recipient},
  subject: subject ?? '',
  text: body,
  // The same at every try, so that a mail program shows a message that was sent twice once.
  messageId: `<${id}@${from.split('@')[1]}>`,
  // RFC 3834: nobody's out-of-office answers this.
  headers: {'Auto-Submitted': 'auto-generated'},
});

/** Such as `EENVELOPE 550`. The server's own words are left out: they often repeat the address. */
function problemOf(cause: unknown): string {
  const {code, responseCode} = cause as {code?: unknown; responseCode?: unknown};
  const known = [code, responseCode].filter((part) => /^[A-Z0-9]{2,20}$/.test(String(part ?? '')));
  return `mail server: ${known.join(' ') || 'no answer'}`;
}
