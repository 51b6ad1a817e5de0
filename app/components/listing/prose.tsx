import {AddressLink} from './breakable.tsx';
import type {TextBlock, TextPart} from './plain-text.ts';

/** Plain text in paragraphs and lists. */
export function Prose({blocks}: {blocks: TextBlock[]}) {
  return (
    <>
      {blocks.map((block, index) =>
        block.kind === 'paragraph' ? (
          <p key={index}>
            <Line parts={block.parts} />
          </p>
        ) : (
          <ul key={index}>
            {block.items.map((parts, item) => (
              <li key={item}>
                <Line parts={parts} />
              </li>
            ))}
          </ul>
        ),
      )}
    </>
  );
}

function Line({parts}: {parts: TextPart[]}) {
  return parts.map((part, index) => (typeof part === 'string' ? part : <AddressLink key={index} link={part} />));
}
