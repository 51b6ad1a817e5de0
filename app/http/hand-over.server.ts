const STREAM = 'window.__remixContext.streamController';

/**
 * The data that a page was made from, as Remix's scripts take it over in the browser. Nothing in it can end the script it stands in.
 *
 * @param data as Remix writes it
 */
export function handOver(data: string, nonce: string): string {
  const text = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<script nonce="${nonce}">${STREAM}.enqueue(${text});${STREAM}.close();</script>`;
}
