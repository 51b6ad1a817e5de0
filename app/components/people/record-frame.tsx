import {BackLink} from 'nhsuk-react-components';
import type {ReactNode} from 'react';
import {RecordBanner} from './record-banner.tsx';
import type {BannerView} from './record-view.ts';

/** A page within a record: the banner stays in sight, and the way back is the same. */
export function RecordFrame({banner, children}: {banner: BannerView; children: ReactNode}) {
  return (
    <div className="page__inner">
      <BackLink href={`/people/${banner.id}`}>The whole record</BackLink>
      <RecordBanner banner={banner} />
      <div className="record-form">{children}</div>
    </div>
  );
}
