import {Button, Table, TextInput} from 'nhsuk-react-components';
import {CopyLink} from '../listing/copy-link.tsx';
import {Submission} from '../staff/submission.tsx';

/** The address of a link that has just been made: shown here once. */
export function LinkMade({name, address}: {name: string; address: string}) {
  return (
    <section className="wallboard-made" aria-labelledby="made">
      <h2 id="made">The link for {name}</h2>
      <p>
        Open it on the screen now. <strong>It is shown this once</strong>: only a fingerprint of it is kept. If it is
        lost, end it and make another.
      </p>
      <p className="wallboard-made__address">
        <a href={address} rel="noreferrer">
          {address}
        </a>
      </p>
      <CopyLink
        address={address}
        label="Copy the link"
        copied="The link is copied."
        notCopied="It could not be copied. Mark it and copy it by hand."
      />
    </section>
  );
}

interface MakeLinkProps {
  submission: string;
  typed: string;
  problem: string | null;
}

export function MakeLinkForm({submission, typed, problem}: MakeLinkProps) {
  return (
    <form className="wallboard-make" method="post" action="/desk/wallboard" noValidate>
      <Submission key={submission} number={submission} />
      <TextInput
        key={typed}
        id="name"
        name="name"
        label="Where the screen hangs"
        hint="Such as: big room, by the window."
        defaultValue={typed}
        error={problem ?? undefined}
        width="20"
        maxLength={60}
        autoComplete="off"
      />
      <Button type="submit">Make a link</Button>
    </form>
  );
}

interface LinkRow {
  id: string;
  name: string;
  made: string;
  seen: string;
  /** When it was ended, or null. */
  ended: string | null;
}

export function LinksTable({links}: {links: LinkRow[]}) {
  if (links.length === 0) return <p>There is no link yet.</p>;
  return (
    <Table responsive caption="Links" captionProps={{size: 'm'}}>
      <Table.Head>
        <Table.Row>
          {['Where', 'Made', 'Last seen', 'State'].map((head) => (
            <Table.Cell key={head}>{head}</Table.Cell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {links.map(({id, name, made, seen, ended}) => (
          <Table.Row key={id}>
            <Table.Cell>{name}</Table.Cell>
            <Table.Cell>{made}</Table.Cell>
            <Table.Cell>{seen}</Table.Cell>
            <Table.Cell>
              {ended ? (
                `Ended ${ended}`
              ) : (
                <form method="post" action="/desk/wallboard">
                  <input type="hidden" name="act" value="end" />
                  <input type="hidden" name="id" value={id} />
                  <Button type="submit" secondary>
                    End <span className="nhsuk-u-visually-hidden">the link for {name}</span>
                  </Button>
                </form>
              )}
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
