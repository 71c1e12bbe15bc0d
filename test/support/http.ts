import { Agent } from 'node:http';
import type { Server } from 'node:http';
import type { Readable } from 'node:stream';

import supertest from 'supertest';
import type { Response, Test } from 'supertest';

export interface Sending {
  method?: string;
  headers?: Record<string, string>;
  /** A text is sent as it is written. */
  body?: string | URLSearchParams;
}

export interface Reply {
  status: number;
  headers: Headers;
  bytes: Buffer;
  text: string;
}

/** The app may close a kept connection at the very moment that it is used again. */
const agent = new Agent({ keepAlive: false });

/**
 * Sends a request as it is written: it follows no redirect and keeps no cookie. A server that does
 * not listen yet is started for the request.
 */
export async function send(to: string | Server, sending?: Sending): Promise<Reply> {
  const response = await requestTo(to, sending).parse(readBytes);
  // A HEAD has no body to read.
  const bytes = Buffer.isBuffer(response.body) ? response.body : Buffer.alloc(0);
  return {
    status: response.status,
    headers: headersOf(response),
    bytes,
    text: bytes.toString(),
  };
}

/** The request itself, for a test that writes or reads a body bit by bit. */
export function requestTo(
  to: string | Server,
  { method = 'GET', headers = {}, body }: Sending = {}
): Test {
  // Named as Node names itself: a tool of a person, and no robot.
  const request = new supertest.Test(to, method, '')
    .agent(agent)
    .set({ 'User-Agent': 'node', ...headers });
  if (body === undefined) return request;
  if (!request.get('Content-Type')) request.type(typeof body === 'string' ? 'text' : 'form');
  return request.send(body.toString());
}

/** What a browser sends back of the cookie in an answer. */
export const cookieOf = ({ headers }: Pick<Reply, 'headers'>): string =>
  headers.get('set-cookie')!.split(';')[0]!;

function readBytes(response: unknown, done: (error: null, bytes: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as Readable;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}

function headersOf(response: Response): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(response.headers as Record<string, string>)) {
    for (const value of [values].flat()) headers.append(name, value);
  }
  return headers;
}
