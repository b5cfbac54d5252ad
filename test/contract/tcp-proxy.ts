// A TCP proxy whose connections can be cut: what a network failure looks like to a driver.
import { connect, createServer, type Socket } from 'node:net';

export interface TcpProxy {
  readonly port: number;
  cut(): void;
  close(): Promise<void>;
}

/** `rewrite`: said by the server in one packet and heard by the client otherwise; as long as what it replaces. */
export function makeTcpProxy(targetPort: number, rewrite?: { readonly from: string; readonly to: string }): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        target.destroy();
      });
    }
    client.pipe(target);
    target.on('data', (bytes) => {
      const at = rewrite ? bytes.indexOf(rewrite.from) : -1;
      if (rewrite && at >= 0) bytes.write(rewrite.to, at);
      client.write(bytes);
    });
    target.on('end', () => client.end());
  });
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      const close = (): Promise<void> =>
        new Promise((done) => {
          cut();
          server.close(() => done());
        });
      resolve({ port: address.port, cut, close });
    });
  });
}
