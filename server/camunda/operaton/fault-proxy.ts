import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/**
 * What happens to a request on its way to the engine:
 * `lag`: it is held back, reaches the engine late, and its answer comes when nobody waits for it any more;
 * `error-before`, `error-after`: a gateway's 500, without or after the engine has done it;
 * `reset`, `half`: the engine has done it, and the connection breaks before or within the answer;
 * `refused`: nothing listens.
 */
export type Fault = 'none' | 'lag' | 'error-before' | 'error-after' | 'reset' | 'half' | 'refused';

export interface FaultProxy {
  readonly url: string;
  /** From the next request on. */
  set(fault: Fault): Promise<void>;
  close(): Promise<void>;
}

/** Stands before an engine's REST root and breaks what passes. */
export async function openFaultProxy(target: string, lagMilliseconds: number): Promise<FaultProxy> {
  let fault: Fault = 'none';
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    void pass(target, request, response, fault, lagMilliseconds).catch(() => request.socket.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const hangUp = async () => {
    server.close();
    for (const socket of sockets) socket.destroy();
    await once(server, 'close');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${new URL(target).pathname}`,
    set: async (next) => {
      if (next === 'refused' && fault !== 'refused') await hangUp();
      if (next !== 'refused' && fault === 'refused') await listen(port);
      fault = next;
    },
    close: async () => {
      if (fault !== 'refused') await hangUp();
    },
  };
}

async function pass(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  fault: Fault,
  lag: number,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (fault === 'error-before') return gatewayError(response);
  if (fault === 'lag') await new Promise((resolve) => setTimeout(resolve, lag));
  const answer = await fetch(new URL(request.url ?? '', target), {
    method: request.method ?? 'GET',
    headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  if (fault === 'error-after') return gatewayError(response);
  if (fault === 'reset') return void request.socket.destroy();
  if (answer.status === 204) return void response.writeHead(204).end();
  response.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? 'application/json',
    'content-length': body.length,
  });
  if (fault !== 'half') return void response.end(body);
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => request.socket.destroy());
}

function gatewayError(response: ServerResponse): void {
  response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Internal Server Error</h1>');
}
