import {RemixBrowser} from '@remix-run/react';
import {startTransition} from 'react';
import {hydrateRoot} from 'react-dom/client';
import {loadText} from './i18n/catalogue.client.ts';
import {DEFAULT_LOCALE, isLocale} from './i18n/locales.ts';
import {TextProvider} from './i18n/text-context.tsx';

const written = document.documentElement.lang;
const locale = isLocale(written) ? written : DEFAULT_LOCALE;

void loadText(locale).then((text) => {
  startTransition(() => {
    hydrateRoot(
      document,
      <TextProvider locale={locale} text={text}>
        <RemixBrowser />
      </TextProvider>,
    );
  });
});
