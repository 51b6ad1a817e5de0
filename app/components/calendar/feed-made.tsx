import {CopyLink} from '../listing/copy-link.tsx';

/** The address that has just been made: shown here once. */
export function FeedMade({address}: {address: string}) {
  return (
    <section className="feed-made" aria-labelledby="made">
      <h2 id="made">Your address</h2>
      <p>
        <strong>It is shown this once</strong>: only a fingerprint of it is kept. Whoever has it can read when you are
        busy, so keep it to yourself. If it is lost, make another.
      </p>
      <p>
        <a className="nhsuk-button" href={address.replace(/^https?:/, 'webcal:')} rel="noreferrer">
          Add it to the calendar of this device
        </a>
      </p>
      <p className="feed-made__address">{address}</p>
      <CopyLink
        address={address}
        label="Copy the address"
        copied="The address is copied."
        notCopied="It could not be copied. Mark it and copy it by hand."
      />
    </section>
  );
}
