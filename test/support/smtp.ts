import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface ReceivedMail {
  /** The recipients in the envelope. */
  to: string[];
  /** By lower-case name; a header that occurs twice has two values. */
  headers: Map<string, string[]>;
  subject: string;
  text: string;
  html: string;
  /** The whole mail as it was sent, with its encodings. */
  raw: string;
}

export interface MailServer {
  port: number;
  mails: ReceivedMail[];
  /** Whether mail to this address is refused. */
  refuses: (address: string) => boolean;
  /** The number of refused recipients. */
  refusals: number;
  stop(): Promise<void>;
}

/**
 * Starts a mail server on this machine that stores what it receives; it knows the parts of RFC 5321
 * that a client needs.
 */
export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    converse(socket, catcher);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const catcher: MailServer = {
    port: (server.address() as AddressInfo).port,
    mails: [],
    refuses: () => false,
    refusals: 0,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return catcher;
}

function converse(socket: Socket, catcher: MailServer): void {
  let buffer = '';
  let to: string[] = [];
  let isData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);

  const obey = (command: string) => {
    const verb = command.slice(0, 4).toUpperCase();
    if (verb === 'RCPT') {
      const address = /<([^>]*)>/.exec(command)![1]!;
      if (catcher.refuses(address)) {
        catcher.refusals += 1;
        return say(`550 <${address}> is not known here`);
      }
      to.push(address);
    }
    if (verb === 'DATA') {
      isData = true;
      return say('354 Go on');
    }
    if (verb === 'QUIT') return socket.end('221 Bye\r\n');
    return say('250 OK');
  };

  say('220 localhost ESMTP');
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    buffer += chunk;
    for (;;) {
      const mark = isData ? '\r\n.\r\n' : '\r\n';
      const end = buffer.indexOf(mark);
      if (end < 0) return;
      const part = buffer.slice(0, end);
      buffer = buffer.slice(end + mark.length);
      if (!isData) {
        obey(part);
        continue;
      }
      catcher.mails.push(parseMail(part.replace(/^\.\./gm, '.'), to));
      to = [];
      isData = false;
      say('250 Kept');
    }
  });
}

function parseMail(raw: string, to: string[]): ReceivedMail {
  const { headers, body } = parsePart(raw);
  const [type = ''] = headers.get('content-type') ?? [];
  const boundary = /boundary="([^"]+)"/.exec(type)?.[1];
  const parts = boundary ? body.split(`--${boundary}`).slice(1, -1).map(parsePart) : [];
  const bodyOf = (wanted: string) => {
    const part = parts.find((one) => one.headers.get('content-type')?.[0]?.startsWith(wanted));
    return part ? decodeBody(part.body, part.headers.get('content-transfer-encoding')?.[0]) : '';
  };
  return {
    to,
    headers,
    subject: decodeWords(headers.get('subject')?.[0] ?? ''),
    text: bodyOf('text/plain'),
    html: bodyOf('text/html'),
    raw,
  };
}

function parsePart(raw: string): { headers: Map<string, string[]>; body: string } {
  const start = raw.replace(/^\r\n/, '');
  const end = start.indexOf('\r\n\r\n');
  const headers = new Map<string, string[]>();
  for (const line of start
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value]);
  }
  return { headers, body: start.slice(end + 4) };
}

function decodeBody(body: string, encoding = '7bit'): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  const plain = encoding === 'quoted-printable' ? unquote(body.replace(/=\r\n/g, '')) : body;
  return Buffer.from(plain, 'latin1').toString().replaceAll('\r\n', '\n').trimEnd();
}

/** RFC 2047: the space between two encoded words does not belong to the text. */
function decodeWords(text: string): string {
  return text
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?utf-8\?(q|b)\?([^?]*)\?=/gi, (_word, kind: string, value: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(value, 'base64').toString()
        : Buffer.from(unquote(value.replaceAll('_', ' ')), 'latin1').toString()
    );
}

const unquote = (text: string) =>
  text.replace(/=([0-9A-F]{2})/gi, (_code, hex: string) => String.fromCharCode(parseInt(hex, 16)));
