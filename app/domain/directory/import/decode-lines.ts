import {WINDOWS_1252} from './mend-mojibake.ts';

/** No record is longer; a file without line ends must not fill the memory. */
const LONGEST_LINE_BYTES = 5_000_000;

const strictUtf8 = new TextDecoder('utf-8', {fatal: true});

/**
 * The lines of a file or an answer, as they arrive. Each line is UTF-8, or else what Windows writes, which spreadsheets
 * still do; a whole file may be UTF-16, as 'Unicode text' is. A line that is too long is given as null.
 */
export async function* decodeLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string | null> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let isFirst = true;
  const finish = (): string | null => {
    const line = length > LONGEST_LINE_BYTES ? null : decodeText(Buffer.concat(pieces));
    pieces = [];
    length = 0;
    const withoutMark = isFirst ? line?.replace(/^\ufeff/, '') : line;
    isFirst = false;
    return withoutMark?.replace(/\r$/, '') ?? null;
  };
  for await (const chunk of asEightBit(chunks)) {
    let start = 0;
    for (let end; (end = chunk.indexOf(10, start)) >= 0; start = end + 1) {
      keep(chunk.subarray(start, end));
      yield finish();
    }
    keep(chunk.subarray(start));
  }
  if (length > 0) yield finish();

  function keep(piece: Uint8Array) {
    length += piece.length;
    if (piece.length > 0 && length <= LONGEST_LINE_BYTES) pieces.push(piece);
  }
}

/** UTF-16 made into UTF-8, piece by piece; anything else as it is. Told by the mark at its beginning, or by its noughts. */
async function* asEightBit(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array | null = Buffer.alloc(0);
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    let piece = chunk;
    if (held) {
      piece = Buffer.concat([held, chunk]);
      if (piece.length < 2) {
        held = piece;
        continue;
      }
      held = null;
      decoder = sixteenBitDecoder(piece[0]!, piece[1]!);
    }
    yield decoder ? Buffer.from(decoder.decode(piece, {stream: true})) : piece;
  }
  if (held?.length) yield held;
  if (decoder) yield Buffer.from(decoder.decode());
}

/** A file that begins with a Latin letter, a bracket or a mark is known by its first two bytes. */
function sixteenBitDecoder(first: number, second: number): TextDecoder | null {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return new TextDecoder('utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return new TextDecoder('utf-16be');
  return null;
}

/** UTF-8 where it is valid, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    // By hand: the decoder of some versions of Node gives ‘’“”–€ as control characters, which are then taken out.
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]!);
  }
}
