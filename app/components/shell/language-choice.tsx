import {useMatches} from '@remix-run/react';
import {LOCALES} from '../../i18n/locales.ts';
import {useLocale, useText} from '../../i18n/text-context.tsx';

/** What a page gives with its data when something may have been typed on it that a change of language must not lose. */
interface KeepsForm {
  /** The id of its form. Where it is sent, `turnsLanguage` tells such a change from an answer. */
  keepsForm?: string;
}

/**
 * The languages of the site, as buttons of a form, so that they work without scripts. On a page with a form of its own they
 * are buttons of that form, and what was typed comes along.
 */
export function LanguageChoice({here}: {here: string}) {
  const {shell} = useText();
  const locale = useLocale();
  const {keepsForm} = (useMatches().at(-1)?.data ?? {}) as KeepsForm;
  return (
    <form className="languages" method="post" action="/language" aria-label={shell.footer.language}>
      {/* The first button of a form is the one that Enter presses, so this one, which does nothing else, stands before them. */}
      {keepsForm && <button className="nhsuk-u-visually-hidden" form={keepsForm} tabIndex={-1} aria-hidden="true" />}
      <input type="hidden" name="back" value={here} autoComplete="off" form={keepsForm} />
      {Object.entries(LOCALES).map(([key, name]) => (
        <button
          key={key}
          name="lang"
          value={key}
          lang={key}
          aria-current={key === locale ? 'true' : undefined}
          form={keepsForm}
          formAction={keepsForm && '/language?with-form'}
        >
          {name}
        </button>
      ))}
    </form>
  );
}
