import {useText} from '../../i18n/text-context.tsx';
import {Facts, Section} from './section.tsx';
import type {WhenView} from './when-view.ts';

/** Regular times, the next dates, and what a bank holiday takes away. */
export function WhenPart({when, calendarHref}: {when: WhenView; calendarHref: string}) {
  const {listing} = useText<'listing'>();
  return (
    <Section id="when" title={listing.when}>
      <div className="listing-times">
        <Facts lines={when.lines} />
      </div>
      <div lang="en">
        <Notes lines={when.theirs} />
      </div>
      <Notes lines={when.notes} />
      {when.next.length > 0 && (
        <>
          <h3 className="listing-part__subtitle">{when.nextTitle}</h3>
          <ul className="next-dates" role="list">
            {when.next.map(({dateTime, words}) => (
              <li key={words}>
                <time dateTime={dateTime}>{words}</time>
              </li>
            ))}
          </ul>
        </>
      )}
      {when.closures && <p className="listing-note">{when.closures}</p>}
      {when.hasCalendar && (
        <p className="listing-part__more">
          <a href={calendarHref} download>
            {listing.calendar}
          </a>
        </p>
      )}
    </Section>
  );
}

function Notes({lines}: {lines: string[]}) {
  return lines.map((line) => <p key={line}>{line}</p>);
}
