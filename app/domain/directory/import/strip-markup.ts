/** HTML and Markdown become plain text with its paragraphs. Nothing that a browser could run or follow is kept. */
import sanitizeHtml from 'sanitize-html';

// [^<>]* rather than [^>]*: a text of a hundred thousand '<a' must not take a minute to look at.
const MARKUP = /<\/?[a-z!?][^<>]*>|<!--|&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});/i;
const SCRIPT = /<\s*(script|iframe|object|embed|svg)\b|\bon[a-z]{3,20}\s*=|javascript\s*:/i;

/** Markup is sometimes escaped inside markup; this many layers are taken off. */
const MOST_LAYERS = 4;

export function hasMarkup(text: string): boolean {
  return MARKUP.test(text);
}

/** True for text that would do something, not only look like something. */
export function hasScript(text: string): boolean {
  return SCRIPT.test(text);
}

/** Turns HTML into plain text: line breaks and list items stay visible, everything else goes. */
export function stripHtml(text: string): string {
  let plain = text;
  for (let layer = 0; layer < MOST_LAYERS && hasMarkup(plain); layer++) {
    plain = decodeEscapes(sanitizeHtml(withLineBreaks(plain), {allowedTags: [], allowedAttributes: {}}));
  }
  return plain;
}

/** The last word on safety, after all decoding: no tag can begin and no script address can be read out of the text. */
export function neutralise(text: string): string {
  return text.replace(/<(?=[a-z/!?])/gi, '').replace(/((?:java|vb|live)script|data(?=\s*:\s*\w+\/))\s*:/gi, '$1 ');
}

/** Takes out the signs of Markdown that a reader of plain text stumbles over. Lists keep their dashes. */
export function stripMarkdown(text: string): string {
  return text
    .replace(/!\[([^[\]\n]{0,300})\]\((?:[^()\s]|\([^()\s]*\)){1,500}\)/g, '$1')
    .replace(/\[([^[\]\n]{1,300})\]\(((?:[^()\s]|\([^()\s]*\)){1,500})\)/g, (_, words: string, target: string) =>
      /^https?:\/\//i.test(target) && target !== words ? `${words} (${target})` : words,
    )
    .replace(/^#{1,6}[ \t]+/gm, '')
    .replace(/(\*\*|__)(?=\S)([^\n]{1,300}?)(?<=\S)\1/g, '$2');
}

function withLineBreaks(html: string): string {
  return html
    .replace(/<br\b[^<>]*>/gi, '\n')
    .replace(/<li\b[^<>]*>/gi, '\n- ')
    .replace(/<\/(?:tr|dt|dd)\s*>/gi, '\n')
    .replace(/<\/t[dh]\s*>/gi, ' ')
    .replace(/<\/(?:p|div|h[1-6]|ul|ol|table|section|article|blockquote|header|footer)\s*>/gi, '\n\n');
}

/** sanitize-html has decoded every entity and escaped these four again, for use in HTML. */
function decodeEscapes(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
