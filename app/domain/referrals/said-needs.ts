/** What a referral says of communication, in the lengths in which a record keeps needs. */

/** As long as one need of a record may be. */
const LONGEST = 200;

/**
 * Each line is a need; one that is too long is cut after a sentence, else between words. Each is a piece of what was typed,
 * letter by letter.
 */
export function saidNeeds(communication: string | null): string[] {
  const lines = (communication ?? '').split(/[\r\n]+/).flatMap((line) => piecesOf(line.trim()));
  return [...new Set(lines)].filter(Boolean);
}

function piecesOf(line: string): string[] {
  if (line.length <= LONGEST) return [line];
  const start = line.slice(0, LONGEST + 1);
  const sentence = start.search(/[.;!?]\s(?!.*[.;!?]\s)/);
  const space = start.lastIndexOf(' ');
  const end = sentence > 0 ? sentence + 1 : space > 0 ? space : LONGEST;
  return [line.slice(0, end).trim(), ...piecesOf(line.slice(end).trim())];
}
