import {useText} from '../../i18n/text-context.tsx';
import {AddToShortlist} from '../shortlist/add-to-shortlist.tsx';
import {CopyLink} from './copy-link.tsx';
import type {ListingView} from './listing-view.ts';
import {QrCode, type QrSquares} from './qr-code.tsx';

/** Ways to keep a listing for later or pass it on. */
export function KeepCard({view, qr, isListed}: {view: ListingView; qr: QrSquares; isListed: boolean}) {
  const {listing} = useText<'listing'>();
  return (
    <section className="panel panel--keep" aria-labelledby="keep-title">
      <h2 className="panel__title" id="keep-title">
        {listing.keep}
      </h2>
      <ul className="keep-ways" role="list">
        <li>
          <AddToShortlist number={view.number} name={view.name} isListed={isListed} />
        </li>
        <li>
          <a className="text-button" href={`${view.path}/print`}>
            {listing.print}
          </a>
        </li>
        {view.when.hasCalendar && (
          <li>
            <a className="text-button" href={`${view.path}/calendar.ics`} download>
              {listing.calendar}
            </a>
          </li>
        )}
        <li>
          <a className="text-button" href={view.shareByMail}>
            {listing.sendEmail}
          </a>
        </li>
        <li>
          <CopyLink address={view.address} label={listing.copy} copied={listing.copied} notCopied={listing.notCopied} />
        </li>
      </ul>
      <details className="keep-code">
        <summary className="text-button">{listing.code}</summary>
        <QrCode squares={qr} label={listing.scan} />
        <p>{listing.scan}</p>
      </details>
    </section>
  );
}
