import {Fragment} from 'react';

/** An e-mail or web address, which in a narrow place is broken where it has joints: after an @, before a dot. */
export function Breakable({address}: {address: string}) {
  return (
    <>
      {address.split(/(?<=[@/])|(?=\.)/).map((part, place) => (
        <Fragment key={place}>
          {place > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
