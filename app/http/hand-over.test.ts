import vm from 'node:vm';
import {expect, it} from 'vitest';
import {handOver} from './hand-over.server.ts';

it('hands over data just as it is, whatever it holds, and nothing in it ends the script', () => {
  const data = '</script><script>alert(1)</script><!-- & "quoted" \\ \u2028 \u2029 £ 🙂';
  const element = handOver(data, 'bm9uY2U=');
  const [, script = ''] = /^<script nonce="bm9uY2U=">([^<>]*)<\/script>$/.exec(element) ?? [];
  const heard: string[] = [];
  const streamController = {enqueue: (said: string) => heard.push(said), close: () => heard.push('closed')};
  vm.runInNewContext(script, {window: {__remixContext: {streamController}}});
  expect(heard).toEqual([data, 'closed']);
});
