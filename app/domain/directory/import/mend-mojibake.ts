/**
 * Text that was saved as UTF-8 and read as Windows-1252 ('cafÃ©', 'donâ€™t'). Only runs that turn into valid UTF-8 when
 * read back are touched, so that a real 'Ã' or '£' stays as it is.
 */

/** What Windows-1252 shows for the bytes 80 to 9F; where it has nothing, the byte stands for itself. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const byteOf = new Map<string, number>();
for (let byte = 0x80; byte <= 0xff; byte++) {
  byteOf.set(byte < 0xa0 ? WINDOWS_1252[byte - 0x80]! : String.fromCharCode(byte), byte);
}
const RUN = new RegExp(`[${WINDOWS_1252}\u0080-\u00ff]{2,}`, 'g');
const strictUtf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

/** Gives the text back as its writer meant it. Text damaged two or three times over is mended as often. */
export function mendMojibake(text: string): string {
  let mended = text;
  for (let round = 0; round < 3; round++) {
    const next = mended.replace(RUN, readBack);
    if (next === mended) break;
    mended = next;
  }
  return (
    mended
      // A closing quotation mark whose last byte was lost on the way.
      .replace(/â€(?=[\s.,;:!?)]|$)/g, '”')
      // The sign for 'something was here': between letters it was nearly always an apostrophe.
      .replace(/(?<=\p{L})\ufffd(?=\p{L})/gu, '’')
      .replace(/\ufffd+/g, '')
  );
}

function readBack(run: string): string {
  const bytes = Uint8Array.from(run, (character) => byteOf.get(character)!);
  const whole = decode(bytes);
  if (whole !== null) return whole;
  // Damaged and sound characters side by side: mend the damaged ones only.
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at]!);
    const part = length > 1 ? decode(bytes.subarray(at, at + length)) : null;
    text += part ?? run[at]!;
    at += part === null ? 1 : length;
  }
  return text;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 1;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}
