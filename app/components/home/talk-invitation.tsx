/** For those who would rather be listened to than fill in a box. */
export function TalkInvitation({talkTitle, talk, talkLink}: {talkTitle: string; talk: string; talkLink: string}) {
  return (
    <section className="invitation" aria-labelledby="talk-title">
      <div>
        <h2 id="talk-title">{talkTitle}</h2>
        <p>{talk}</p>
      </div>
      <a className="button button--warm" href="/talk">
        {talkLink}
      </a>
    </section>
  );
}
