import http from 'node:http';

import { TOOL } from './http';

export const MB = 1024 * 1024;

const agent = new http.Agent({ keepAlive: true, maxSockets: 50 });

type Headers = Record<string, string>;

interface Request {
  method?: 'GET' | 'POST';
  url: string;
  headers?: Headers;
  /** Sent as JSON, on its own connection. */
  body?: unknown;
  /** Whether the request has its own connection, even among many. */
  isAlone?: boolean;
}

/** Returns the status of a request, without the extra work of `fetch`. */
export function statusOf(request: Request): Promise<number> {
  const { method = 'GET', url, headers = {}, body, isAlone = body !== undefined } = request;
  return new Promise((resolve, reject) => {
    const options = {
      method,
      agent: isAlone ? false : agent,
      headers: {
        ...TOOL,
        ...headers,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
    };
    const sent = http.request(url, options, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
      response.once('error', reject);
    });
    sent.once('error', reject);
    const text = body === undefined ? '' : JSON.stringify(body);
    if (text) sent.setHeader('Content-Length', Buffer.byteLength(text));
    sent.end(text);
  });
}

/** Sends many requests, fifty at a time; returns the number of answers with each status. */
export async function flood(
  count: number,
  requestOf: (index: number) => Request
): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  let next = 0;
  const send = async () => {
    while (next < count) {
      const status = await statusOf(requestOf(next++));
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: 50 }, send));
  return statuses;
}

/** Reads again and again until the work is done; returns each status and its time in ms. */
export async function readMeanwhile(
  request: Request,
  work: Promise<unknown>
): Promise<{ status: number; ms: number }[]> {
  const reads: { status: number; ms: number }[] = [];
  let isDone = false;
  const end = work.finally(() => (isDone = true));
  do {
    const start = performance.now();
    const status = await statusOf(request);
    reads.push({ status, ms: performance.now() - start });
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (!isDone);
  await end;
  return reads;
}

/** Sends this many wrong passwords for one link at once; returns the status of each. */
export function guessAtOnce(count: number, url: string, headers: Headers): Promise<number[]> {
  const guess = () => statusOf({ method: 'POST', url, headers, body: { password: 'wrong' } });
  return Promise.all(Array.from({ length: count }, guess));
}
