import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {Button, SummaryList, Table} from 'nhsuk-react-components';
import {mayPass} from '../../domain/access/doors.ts';
import {endOwnSessions, getOwnAccount, setKeys} from '../../domain/access/own-account.server.ts';
import {roles} from '../../domain/access/roles.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';
import {momentInWords} from '../../http/moments.ts';

export const handle = {door: 'own-account'};

export async function loader({context}: LoaderFunctionArgs) {
  const viewer = staffOf(context);
  const {sessions, ...account} = await getOwnAccount(context, viewer);
  return {
    title: 'Your account',
    name: viewer.name,
    partnerName: viewer.partnerName,
    roles: viewer.roles.map((role) => roles[role]),
    account,
    keysAreOn: viewer.keysAreOn,
    hasPhone: viewer.hasPhone,
    mayRing: viewer.isHost && mayPass('desk.ring', 'GET', viewer) === 'yes',
    sessions: sessions.map(({id, device, createdAt, lastSeenAt}) => ({
      id,
      device,
      isThis: id === viewer.sessionId,
      since: momentInWords(createdAt),
      lastSeen: momentInWords(lastSeenAt),
    })),
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const keys = form.get('keys');
  if (keys === 'on' || keys === 'off') {
    await setKeys(context, staffOf(context), keys === 'on');
    // The frame of this very page shows them too, so it is loaded anew.
    return redirect('/account', 303);
  }
  const session = String(form.get('session') ?? '');
  const isOne = /^[0-9a-f-]{36}$/.test(session);
  if (!isOne && session !== 'others') return data({ended: 0}, {status: 422});
  return data({ended: await endOwnSessions(context, staffOf(context), isOne ? session : null)});
}

export const meta = pageMeta;

export default function Account() {
  const {
    name,
    partnerName,
    roles: mine,
    account,
    sessions,
    keysAreOn,
    hasPhone,
    mayRing,
  } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="reading">
      <h1>Your account</h1>
      <SummaryList>
        <SummaryList.Row>
          <SummaryList.Key>Name</SummaryList.Key>
          <SummaryList.Value>{name}</SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>E-mail</SummaryList.Key>
          <SummaryList.Value>{account.email}</SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>Organisation</SummaryList.Key>
          <SummaryList.Value>{partnerName}</SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>What you do</SummaryList.Key>
          <SummaryList.Value>
            {mine.map(({name: role, says}) => (
              <p key={role}>
                <strong>{role}.</strong> {says}
              </p>
            ))}
          </SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>Password</SummaryList.Key>
          <SummaryList.Value>
            <a href="/account/password">Change your password</a>
          </SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>Code app</SummaryList.Key>
          <SummaryList.Value>
            {account.hasCodeApp ? (
              <>
                Set up. {account.recoveryCodesLeft} recovery {account.recoveryCodesLeft === 1 ? 'code' : 'codes'} left.{' '}
                <a href="/account/codes">Make new recovery codes</a>
              </>
            ) : (
              'Not set up. Demonstration accounts do not need one.'
            )}
          </SummaryList.Value>
        </SummaryList.Row>
        {mayRing && (
          <SummaryList.Row>
            <SummaryList.Key>Telephone</SummaryList.Key>
            <SummaryList.Value>
              {hasPhone ? 'Linked. ' : 'Not linked. '}
              <a href="/account/phone">{hasPhone ? 'Change your extension' : 'Link your extension'}</a>
            </SummaryList.Value>
          </SummaryList.Row>
        )}
        <SummaryList.Row>
          <SummaryList.Key>Calendar</SummaryList.Key>
          <SummaryList.Value>
            <a href="/account/calendar">Your work in another calendar</a>
          </SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>Single keys</SummaryList.Key>
          <SummaryList.Value id="keys">
            <p>
              {keysAreOn
                ? 'On: on some pages one key does something, such as opening a record. Press ? there to see them.'
                : 'Off: no page does anything because of a single key.'}
            </p>
            <form method="post">
              <button type="submit" name="keys" value={keysAreOn ? 'off' : 'on'} className="link-button">
                {keysAreOn ? 'Turn single keys off' : 'Turn single keys on'}
              </button>
            </form>
          </SummaryList.Value>
        </SummaryList.Row>
      </SummaryList>

      <h2>Where you are signed in</h2>
      {answer && answer.ended > 0 && (
        <p role="status">
          <strong>{answer.ended === 1 ? 'That one is signed out.' : `${answer.ended} others are signed out.`}</strong>
        </p>
      )}
      <Table responsive className="short-rows">
        <Table.Head>
          <Table.Row>
            <Table.Cell>Where</Table.Cell>
            <Table.Cell>Signed in</Table.Cell>
            <Table.Cell>Last used</Table.Cell>
            <Table.Cell>End it</Table.Cell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {sessions.map(({id, device, isThis, since, lastSeen}) => (
            <Table.Row key={id}>
              <Table.Cell>{device}</Table.Cell>
              <Table.Cell>{since}</Table.Cell>
              <Table.Cell>{lastSeen}</Table.Cell>
              <Table.Cell>
                {isThis ? (
                  'You are here'
                ) : (
                  <form method="post">
                    <button type="submit" name="session" value={id} className="link-button">
                      Sign out there
                      <span className="nhsuk-u-visually-hidden">
                        : {device}, signed in {since}
                      </span>
                    </button>
                  </form>
                )}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      {sessions.length > 1 && (
        <form method="post">
          <Button type="submit" name="session" value="others" secondary>
            Sign out everywhere else
          </Button>
        </form>
      )}
    </div>
  );
}
