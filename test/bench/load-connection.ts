/** One kept-alive HTTP/1.1 connection that sends ready-made bytes and waits for the whole answer: as little of our own time as can be. */
import {connect, type Socket} from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');
const NOTHING = Buffer.alloc(0);

/** A request as it goes over the wire. */
export function requestBytes(url: string, headers: Record<string, string>, body?: string): Buffer {
  const {pathname, search, host} = new URL(url);
  const lines = [
    `${body === undefined ? 'GET' : 'POST'} ${pathname}${search} HTTP/1.1`,
    `host: ${host}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`]),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`);
}

export class LoadConnection {
  readonly #socket: Socket;
  #settle: {resolve(answer: {status: number; bytes: number}): void; reject(error: Error): void} | null = null;
  #rest: Buffer = NOTHING;
  #reading: 'head' | 'body' | 'chunk size' | 'chunk' | 'trailers' = 'head';
  #left = 0;
  #status = 0;
  #bytes = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data: Buffer) => {
      this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, data]) : data;
      this.#bytes += data.length;
      while (this.#step());
    });
    socket.on('error', (error) => this.#settle?.reject(error));
    socket.on('close', () =>
      this.#settle?.reject(new Error('the connection was closed before the answer was complete')),
    );
  }

  /** Only ever to this machine. */
  static async open(url: string): Promise<LoadConnection> {
    const {hostname, port} = new URL(url);
    if (hostname !== '127.0.0.1') throw new Error(`${url} is not on this machine`);
    const socket = connect({host: hostname, port: Number(port), noDelay: true});
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new LoadConnection(socket);
  }

  send(request: Buffer): Promise<{status: number; bytes: number}> {
    return new Promise((resolve, reject) => {
      this.#settle = {resolve, reject};
      this.#bytes = 0;
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#settle = null;
    this.#socket.destroy();
  }

  /** Reads one part of the answer. False when more must come first. */
  #step(): boolean {
    switch (this.#reading) {
      case 'head': {
        const end = this.#rest.indexOf(HEAD_END);
        if (end < 0) return false;
        const head = this.#take(end + 4)
          .toString('latin1')
          .toLowerCase();
        this.#status = Number(head.slice(9, 12));
        if (head.includes('\r\ntransfer-encoding: chunked')) this.#reading = 'chunk size';
        else [this.#reading, this.#left] = ['body', Number(/\r\ncontent-length: (\d+)/.exec(head)?.[1] ?? 0)];
        return this.#reading !== 'body' || this.#left > 0 || this.#finish();
      }
      case 'body':
        return this.#skip() && this.#finish();
      case 'chunk size': {
        const line = this.#line();
        if (line === null) return false;
        const size = parseInt(line, 16);
        [this.#reading, this.#left] = size === 0 ? ['trailers', 0] : ['chunk', size + 2];
        return true;
      }
      case 'chunk':
        if (!this.#skip()) return false;
        this.#reading = 'chunk size';
        return true;
      case 'trailers': {
        const line = this.#line();
        if (line === null) return false;
        return line !== '' || this.#finish();
      }
    }
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.length > length ? this.#rest.subarray(length) : NOTHING;
    return taken;
  }

  /** Passes over what is left of this part; true once it is all here. */
  #skip(): boolean {
    this.#left -= this.#take(this.#left).length;
    return this.#left === 0;
  }

  #line(): string | null {
    const end = this.#rest.indexOf('\r\n');
    return end < 0
      ? null
      : this.#take(end + 2)
          .toString('latin1')
          .trimEnd();
  }

  #finish(): false {
    this.#reading = 'head';
    const settle = this.#settle;
    this.#settle = null;
    settle?.resolve({status: this.#status, bytes: this.#bytes});
    return false;
  }
}
