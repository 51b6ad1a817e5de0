import {Tag} from 'nhsuk-react-components';
import {PersonFlags} from './person-flags.tsx';
import type {BannerView} from './record-view.ts';

/** Who this is, what must be known before anything else, and why the record is open: on every page about a person. */
export function RecordBanner({banner, isPage = false}: {banner: BannerView; isPage?: boolean}) {
  const {id, name, reference, pronouns, born, isDeceased, alerts, needs, why, until, isEmergency} = banner;
  const Name = isPage ? 'h1' : 'p';
  return (
    <section className="record-banner" aria-label="This record">
      <div className="record-banner__who">
        <Name className="record-banner__name">{name}</Name>
        <p className="record-banner__facts">
          <span>{born}</span>
          {pronouns && <span>{pronouns}</span>}
          <span className="found-person__reference">{reference}</span>
          {isDeceased && <Tag modifier="grey">Has died</Tag>}
        </p>
      </div>
      <PersonFlags className="record-flags" alerts={alerts} needs={needs} />
      <div className="record-banner__why">
        <p>
          {isEmergency && <Tag modifier="red">Emergency access</Tag>} Open because: {why}. Until {until}.
        </p>
        <form method="post" action={`/people/${id}/close`}>
          <button type="submit" className="link-button">
            Close this record
          </button>
        </form>
      </div>
    </section>
  );
}
