import {data, type LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {InsetText} from 'nhsuk-react-components';
import {PageLinks} from '../../components/admin/page-links.tsx';
import {listOutbox, OUTBOX_PAGE} from '../../domain/messages/list-outbox.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {pageOf} from '../admin.home/admin-request.server.ts';
import {MessageText} from './message-text.tsx';

export const handle = {door: 'outbox'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const {config, sql} = context;
  // Elsewhere messages are about real people, and nobody reads them here.
  if (!config.isDemonstration || config.post.by !== 'outbox') throw new Response(null, {status: 404});
  const page = pageOf(request);
  const {messages, total} = await listOutbox(sql, page);
  return data(
    {
      title: 'Outbox',
      isIndexed: false,
      page,
      pages: Math.max(1, Math.ceil(total / OUTBOX_PAGE)),
      messages: messages.map(({createdAt, ...message}) => ({...message, at: momentInWords(createdAt)})),
    },
    {headers: {'Cache-Control': 'no-store', 'Referrer-Policy': 'strict-origin'}},
  );
}

// Kept by no cache; and no page that a message leads to learns more than the site.
export const headers = ({loaderHeaders}: {loaderHeaders: Headers}) => loaderHeaders;

export const meta = pageMeta;

const CHANNELS = {email: 'E-mail', text: 'Text message', letter: 'Letter'};

/** What would have been sent, in a demonstration. */
export default function Outbox() {
  const {messages, page, pages} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner outbox">
      <h1>Outbox</h1>
      <p className="reading__lede">
        In this demonstration nothing is really sent. What would have gone out by e-mail or text message is here.
      </p>
      {messages.length === 0 && (
        <InsetText>
          <p>Nothing has been written yet. Invite someone, or ask for a new password, and the message will be here.</p>
        </InsetText>
      )}
      <ul className="outbox__list" role="list">
        {messages.map(({id, channel, recipient, subject, body, at}) => (
          <li key={id} className="outbox__message">
            <article aria-labelledby={id}>
              <h2 id={id}>{subject ?? CHANNELS[channel]}</h2>
              <p className="outbox__envelope">
                {CHANNELS[channel]} to <strong>{recipient}</strong>, {at}
              </p>
              <MessageText body={body} />
            </article>
          </li>
        ))}
      </ul>
      <PageLinks page={page} pages={pages} href={(number) => `/outbox?page=${number}`} />
    </div>
  );
}
