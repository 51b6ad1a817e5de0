import {CopyLink} from '../../components/listing/copy-link.tsx';
import {PrintButton} from '../../components/listing/print-button.tsx';
import {QrCode} from '../../components/listing/qr-code.tsx';
import {useShortlist} from '../../components/shortlist/use-shortlist.ts';
import {useText} from '../../i18n/text-context.tsx';
import {ShortlistCard} from './shortlist-card.tsx';
import type {ShortlistView} from './shortlist-view.server.ts';

/** One's own list, or one that someone shared: to look through, print and pass on. */
export function ShortlistPage({view}: {view: ShortlistView}) {
  const {shortlist: text, listing} = useText<'shortlist' | 'listing'>();
  const {numbers, change} = useShortlist();
  const isEmpty = view.items.length === 0;
  return (
    <div className="page__inner shortlist">
      <header className="shortlist__head">
        <div>
          <h1>{view.title}</h1>
          {!view.isShared && !isEmpty && <p className="shortlist__count">{text.announce(numbers.size)}</p>}
        </div>
        {view.qr && (
          <div className="shortlist__code">
            <QrCode squares={view.qr} label={listing.scan} />
          </div>
        )}
      </header>
      {view.notices.map((notice) => (
        <p key={notice} className="listing-note">
          {notice}
        </p>
      ))}
      {isEmpty ? (
        <div className="shortlist__empty">
          {!view.isShared && <h2>{text.emptyTitle}</h2>}
          <p>{view.isShared ? text.sharedEmpty : text.empty}</p>
          <a className="button" href="/search">
            {text.look}
          </a>
        </div>
      ) : (
        <div className="shortlist__columns">
          <ol className="shortlist__items" role="list" onSubmit={change}>
            {view.items.map((item) => (
              <ShortlistCard
                key={item.number}
                item={item}
                isListed={view.isShared || numbers.has(item.number)}
                canChange={!view.isShared}
              />
            ))}
          </ol>
          <div className="shortlist__beside">
            {view.isShared && <KeepShared view={view} />}
            <section className="panel" aria-label={text.share}>
              <PrintButton label={text.print} without={text.howToPrint} />
              <h2 className="panel__title">{text.share}</h2>
              <p>{text.shareHint}</p>
              <ul className="keep-ways" role="list">
                <li>
                  <a className="text-button" href={view.shareByMail}>
                    {text.email}
                  </a>
                </li>
                <li>
                  <a className="text-button" href={view.shareAddress}>
                    {text.shareLink}
                  </a>
                </li>
                <li>
                  <CopyLink
                    address={view.shareAddress}
                    label={text.copy}
                    copied={text.copied}
                    notCopied={text.notCopied}
                  />
                </li>
              </ul>
            </section>
            {!view.isShared && (
              <section className="panel panel--plain">
                <p>{text.cookie}</p>
                <details className="shortlist__clear">
                  <summary>{text.clear}</summary>
                  <form method="post" action="/shortlist">
                    <button className="button button--quiet" name="intent" value="clear">
                      {text.clearConfirm}
                    </button>
                  </form>
                </details>
              </section>
            )}
          </div>
        </div>
      )}
      <p className="shortlist__printed">{view.printedFrom}</p>
    </div>
  );
}

function KeepShared({view}: {view: ShortlistView}) {
  const {shortlist: text} = useText<'shortlist'>();
  return (
    <section className="panel" aria-label={text.keep}>
      {view.isKept ? (
        <p>{text.kept}</p>
      ) : (
        <form method="post" action="/shortlist">
          <input type="hidden" name="number" value={view.numbers.join(',')} />
          <input type="hidden" name="to-list" value="1" />
          <button className="button" name="intent" value="add">
            {text.keep}
          </button>
        </form>
      )}
      <p>
        <a href="/shortlist">{text.toOwn}</a>
      </p>
    </section>
  );
}
