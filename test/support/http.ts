import { Agent } from 'node:http';
import type { Server } from 'node:http';
import type { Readable } from 'node:stream';

import supertest from 'supertest';
import type { Response, Test } from 'supertest';

export interface Sending {
  method?: string;
  headers?: Record<string, string>;
  /** A string is sent unchanged. */
  body?: string | URLSearchParams;
}

export interface Reply {
  status: number;
  headers: Headers;
  bytes: Buffer;
  text: string;
}

/** A kept connection is not used again: the app may close it at that very moment. */
const agent = new Agent({ keepAlive: false });

/**
 * Sends a request exactly as given: it follows no redirect and stores no cookie. A server that does
 * not listen yet is started for the request.
 */
export async function send(to: string | Server, sending?: Sending): Promise<Reply> {
  const response = await requestTo(to, sending).parse(readBytes);
  // The answer to a HEAD has no body.
  const bytes = Buffer.isBuffer(response.body) ? response.body : Buffer.alloc(0);
  return {
    status: response.status,
    headers: headersOf(response),
    bytes,
    text: bytes.toString(),
  };
}

/** The name that Node uses: a tool of a person. A client without a name is a robot. */
export const TOOL = { 'User-Agent': 'node' };

/** The request itself, for a test that writes or reads a body in parts. */
export function requestTo(
  to: string | Server,
  { method = 'GET', headers = {}, body }: Sending = {}
): Test {
  const request = new supertest.Test(to, method, '').agent(agent).set({ ...TOOL, ...headers });
  if (body === undefined) return request;
  if (!request.get('Content-Type')) request.type(typeof body === 'string' ? 'text' : 'form');
  return request.send(body.toString());
}

/** The cookie of an answer, as a browser sends it back. */
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
