/** A piece of a line: words, or a link made of words that are an address. */
export type TextPart = string | {href: string; words: string};
export type TextBlock = {kind: 'paragraph'; parts: TextPart[]} | {kind: 'list'; items: TextPart[][]};

const BULLET = /^\s*[-*•–·]\s+/;
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`{}|\\^]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

/**
 * Reads plain text as people write it: an empty line starts a paragraph, a line that starts with a dash or dot is one of a list.
 * Web and e-mail addresses become links; nothing else means anything, so nothing a publisher writes can become markup.
 */
export function readPlainText(text: string | null): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const paragraph of (text ?? '').replace(/\r\n?/g, '\n').split(/\n\s*\n/)) {
    let words: string[] = [];
    let items: string[] = [];
    const endWords = () => {
      if (words.length > 0) blocks.push({kind: 'paragraph', parts: withLinks(words.join(' '))});
      words = [];
    };
    const endItems = () => {
      if (items.length > 0) blocks.push({kind: 'list', items: items.map(withLinks)});
      items = [];
    };
    for (const line of paragraph.split('\n')) {
      if (!line.trim()) continue;
      if (BULLET.test(line)) {
        endWords();
        items.push(line.replace(BULLET, '').trim());
      } else if (items.length > 0 && /^\s/.test(line)) {
        items.push(`${items.pop()} ${line.trim()}`);
      } else {
        endItems();
        words.push(line.trim());
      }
    }
    endWords();
    endItems();
  }
  return blocks;
}

/** Finds the addresses in a line. Dots and brackets after an address belong to the sentence. */
export function withLinks(line: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const found of line.matchAll(ADDRESS)) {
    const words = withoutSentenceEnd(found[0]);
    const href = words.includes('://') ? safeUrl(words) : `mailto:${words}`;
    if (!href) continue;
    if (found.index > end) parts.push(line.slice(end, found.index));
    parts.push({href, words});
    end = found.index + words.length;
  }
  if (end < line.length) parts.push(line.slice(end));
  return parts;
}

/** An address that is safe to link to, or null: only the web's own two schemes. */
export function safeUrl(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null;
  const {protocol, href} = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

function withoutSentenceEnd(address: string): string {
  const trimmed = address.replace(/[.,;:!?'’”]+$/, '');
  // A closing bracket is part of the address only when it was opened in it.
  if (trimmed.endsWith(')') && !trimmed.includes('(')) return withoutSentenceEnd(trimmed.slice(0, -1));
  return trimmed;
}
