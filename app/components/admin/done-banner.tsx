import {NotificationBanner} from 'nhsuk-react-components';

/** What has just been done, or was not and why. */
export function DoneBanner({words, isRefusal = false}: {words: string | null; isRefusal?: boolean}) {
  if (!words) return null;
  return (
    <NotificationBanner success={!isRefusal}>
      <NotificationBanner.Title>{isRefusal ? 'Not done' : 'Done'}</NotificationBanner.Title>
      <NotificationBanner.Heading>{words}</NotificationBanner.Heading>
    </NotificationBanner>
  );
}
