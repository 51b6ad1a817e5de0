import {RemixBrowser} from '@remix-run/react';
import {startTransition, useEffect, type ReactNode} from 'react';
import {hydrateRoot} from 'react-dom/client';
import {dropStraySecondPress} from './components/shell/second-press.ts';
import {keepTypedEarly} from './components/shell/typed-early.ts';
import {loadText} from './i18n/catalogue.client.ts';
import {DEFAULT_LOCALE, isLocale} from './i18n/locales.ts';
import {TextProvider} from './i18n/text-context.tsx';

const written = document.documentElement.lang;
const locale = isLocale(written) ? written : DEFAULT_LOCALE;

/**
 * What React answers at once, in the middle of taking the page over too. Remix still unpacks the page's data then, and
 * React 18 gives up (its error 345): one press of Tab too early, and the page would never come alive.
 */
const PRESSES = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'compositionstart', 'compositionend', 'submit'],
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'click', 'dblclick', 'auxclick'],
  ...['contextmenu', 'focusin', 'focusout', 'selectionchange', 'copy', 'cut', 'paste', 'dragstart', 'drop', 'reset'],
];
// Before the presses are kept from others: these have to hear them.
const putBackTyped = keepTypedEarly();
dropStraySecondPress();
// Kept from React alone: the browser does with each what it does on a page without scripts.
const keepFromReact = (event: Event) => event.stopImmediatePropagation();
for (const press of PRESSES) addEventListener(press, keepFromReact, true);

function TakenOver({children}: {children: ReactNode}) {
  useEffect(() => {
    for (const press of PRESSES) removeEventListener(press, keepFromReact, true);
    putBackTyped();
  }, []);
  return children;
}

void loadText(locale).then((text) => {
  startTransition(() => {
    hydrateRoot(
      document,
      <TakenOver>
        <TextProvider locale={locale} text={text}>
          <RemixBrowser />
        </TextProvider>
      </TakenOver>,
    );
  });
});
