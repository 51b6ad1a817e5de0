import {renderToStaticMarkup} from 'react-dom/server';
import {expect, it} from 'vitest';
import {MessageText} from './message-text.tsx';

const html = (body: string) => renderToStaticMarkup(<MessageText body={body} />);

it('shows paragraphs, and links as links without the full stop behind them', () => {
  expect(html('Hello\n\nLook at https://help.example/a?b=c. It works once.')).toBe(
    '<p class="outbox__text">Hello</p>' +
      '<p class="outbox__text">Look at <a href="https://help.example/a?b=c">https://help.example/a?b=c</a>. It works once.</p>',
  );
});

it('shows what someone typed as words, and makes no link of anything but a page', () => {
  expect(html('<b>javascript:alert(1)</b> "https://x.example/"')).toBe(
    '<p class="outbox__text">&lt;b&gt;javascript:alert(1)&lt;/b&gt; &quot;' +
      '<a href="https://x.example/">https://x.example/</a>&quot;</p>',
  );
});
