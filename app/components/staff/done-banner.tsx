import classNames from 'classnames';
import {useSummaryFocus} from '../shell/use-summary-focus.ts';

/**
 * What has just been done, or was not and why: the first sentence stands out, the rest explains. It takes the focus with the
 * page, so that it is read out and the keyboard goes on from there; never later, when somebody may be typing already.
 */
export function DoneBanner({words, isRefusal = false}: {words: string | null; isRefusal?: boolean}) {
  const focus = useSummaryFocus<HTMLDivElement>(words);
  if (!words) return null;
  const [first, ...rest] = words.split(/(?<=\.) /);
  return (
    <div
      className={classNames('nhsuk-notification-banner', !isRefusal && 'nhsuk-notification-banner--success')}
      {...focus}
      role="alert"
      aria-labelledby="done-title"
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title" id="done-title">
          {isRefusal ? 'Not done' : 'Done'}
        </h2>
      </div>
      <div className="nhsuk-notification-banner__content">
        <h3 className="nhsuk-notification-banner__heading">{first}</h3>
        {rest.length > 0 && <p>{rest.join(' ')}</p>}
      </div>
    </div>
  );
}
