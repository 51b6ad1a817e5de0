import {useText} from '../../i18n/text-context.tsx';

/** For those who would rather be listened to than fill in a box. */
export function TalkInvitation() {
  const {home} = useText();
  return (
    <section className="invitation" aria-labelledby="talk-title">
      <div>
        <h2 id="talk-title">{home.talkTitle}</h2>
        <p>{home.talk}</p>
      </div>
      <a className="button button--warm" href="/talk">
        {home.talkLink}
      </a>
    </section>
  );
}
