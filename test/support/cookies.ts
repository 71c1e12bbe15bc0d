/** The cookies of an answer with their paths, as a browser would keep them. */
export const jar = (headers: Headers) =>
  headers.getSetCookie().map((line) => ({
    pair: line.split(';')[0]!,
    path: /; path=([^;]*)/i.exec(line)![1]!,
  }));

/** What a browser sends to a path. */
export const cookiesFor = (path: string, ...answers: { headers: Headers }[]) => {
  const fitting = answers
    .flatMap(({ headers }) => jar(headers))
    .filter((cookie) => `${path}/`.startsWith(`${cookie.path}/`))
    .map(({ pair }): [string, string] => [pair.split('=')[0]!, pair]);
  return { Cookie: [...new Map(fitting).values()].join('; ') };
};
