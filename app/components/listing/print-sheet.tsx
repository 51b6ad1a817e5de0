import type {ServerText} from '../../i18n/en-server.ts';
import {useText} from '../../i18n/text-context.tsx';
import {AddressesIn} from './addresses-in.tsx';
import {PrintButton} from './print-button.tsx';
import type {PrintFact, PrintView} from './print-view.ts';
import {Prose} from './prose.tsx';
import {QrCode, type QrSquares} from './qr-code.tsx';

interface PrintSheetProps {
  sheet: PrintView;
  qr: QrSquares;
  isLarge: boolean;
  words: ServerText['printWords'];
}

/** A listing on paper: one page, or in large print as many as it takes. On a screen it is shown as it will be printed. */
export function PrintSheet({sheet, qr, isLarge, words}: PrintSheetProps) {
  const {listing} = useText<'listing'>();
  return (
    <div className="page__inner print-page">
      <div className="print-page__tools">
        <p className="back">
          <a href={sheet.path}>{words.back}</a>
        </p>
        <nav className="print-page__sizes" aria-label={words.size}>
          <a href={`${sheet.path}/print`} aria-current={isLarge ? undefined : 'page'}>
            {words.standard}
          </a>
          <a href={`${sheet.path}/print?size=large`} aria-current={isLarge ? 'page' : undefined}>
            {words.large}
          </a>
        </nav>
        <PrintButton label={words.print} without={words.howToPrint} />
      </div>
      <article className={`sheet${isLarge ? ' sheet--large' : ''}${sheet.isTight ? ' sheet--tight' : ''}`}>
        <header className="sheet__head">
          <div>
            <h1 className="sheet__name" lang="en">
              {sheet.name}
            </h1>
            {sheet.by && (
              <p>
                {listing.by} <span lang="en">{sheet.by}</span>
              </p>
            )}
            {sheet.summary && (
              <p className="sheet__summary" lang="en">
                {sheet.summary}
              </p>
            )}
            {sheet.phones.map((phone) => (
              <p key={phone} className="sheet__phone">
                {listing.phone}: {phone}
              </p>
            ))}
          </div>
          <div className="sheet__code">
            <QrCode squares={qr} label={listing.scan} />
            <p aria-hidden="true">{listing.scan}</p>
          </div>
        </header>
        {sheet.alerts.map((alert, index) => (
          <div key={index} className="sheet__alert" lang={alert.lang}>
            {alert.title && (
              <p>
                <strong>{alert.title}</strong>
              </p>
            )}
            <Prose blocks={alert.blocks} />
          </div>
        ))}
        <div lang="en">
          <Prose blocks={sheet.about} />
        </div>
        <dl className="sheet__facts">
          {sheet.facts.map((fact) => (
            <Fact key={fact.name} fact={fact} />
          ))}
        </dl>
        <p className="sheet__foot">
          <AddressesIn words={sheet.foot} />
        </p>
      </article>
    </div>
  );
}

function Fact({fact}: {fact: PrintFact}) {
  return (
    <div className="sheet__fact">
      <dt>{fact.name}</dt>
      <dd>
        <div lang="en">
          <Prose blocks={fact.blocks} />
        </div>
        {fact.lines.map((line) => (
          <p key={line}>
            <AddressesIn words={line} />
          </p>
        ))}
      </dd>
    </div>
  );
}
