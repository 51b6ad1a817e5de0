import {NotificationBanner} from 'nhsuk-react-components';

/** What has just been done, or was not and why: the first sentence stands out, the rest explains. */
export function DoneBanner({words, isRefusal = false}: {words: string | null; isRefusal?: boolean}) {
  if (!words) return null;
  const [first, ...rest] = words.split(/(?<=\.) /);
  return (
    <NotificationBanner success={!isRefusal}>
      <NotificationBanner.Title>{isRefusal ? 'Not done' : 'Done'}</NotificationBanner.Title>
      <NotificationBanner.Heading>{first}</NotificationBanner.Heading>
      {rest.length > 0 && <p>{rest.join(' ')}</p>}
    </NotificationBanner>
  );
}
