/** Links, also those at the end of a sentence. */
const LINK = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/;

/** The text of a message with its paragraphs, and its links as links. */
export function MessageText({body}: {body: string}) {
  return body.split('\n\n').map((paragraph, index) => (
    <p key={index} className="outbox__text">
      {/* The pattern keeps what it splits at, so every second part is a link. */}
      {paragraph.split(LINK).map((part, place) =>
        place % 2 === 1 ? (
          <a key={place} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  ));
}
