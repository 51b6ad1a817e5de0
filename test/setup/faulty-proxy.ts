import {connect, createServer, type AddressInfo, type Socket} from 'node:net';

export interface FaultyProxy {
  url: string;
  /** pass: as it is; stall: takes requests and never answers; refuse: ends every connection. */
  mode: 'pass' | 'stall' | 'refuse';
  close(): Promise<void>;
}

/** Stands between a client and a real server and, when told, breaks as networks break. */
export async function faultyProxy(target: string): Promise<FaultyProxy> {
  const {hostname, port} = new URL(target);
  const open = new Set<Socket>();
  const proxy: FaultyProxy = {
    url: '',
    mode: 'pass',
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
  const server = createServer((client) => {
    if (proxy.mode === 'refuse') return client.destroy();
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => {
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (bytes) => {
      if (proxy.mode === 'pass') upstream.write(bytes);
      if (proxy.mode === 'refuse') client.destroy();
    });
    upstream.on('data', (bytes) => proxy.mode === 'pass' && client.write(bytes));
    client.on('end', () => upstream.end());
    upstream.on('end', () => client.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
}
