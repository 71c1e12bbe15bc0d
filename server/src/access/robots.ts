import { isbot } from 'isbot';

/**
 * What people call an address with, from a terminal or from the server of a front end: they are no
 * browsers, but do what somebody has asked of them.
 */
const TOOLS =
  /^(curl|wget|node(-fetch)?|undici|got|axios|python(-requests|-urllib|-httpx)?|aiohttp|go-http-client|okhttp|java(-http-client)?|apache-httpclient|ktor-client|postmanruntime|insomnia|bruno|httpie|xh|hurl|ruby|faraday|guzzlehttp|php|symfony httpclient|libwww-perl|dart|reqwest|restsharp|powershell)(?![\w-])/i;

/** What robots call themselves when they are built on such a tool. */
const NAMED_ROBOT = /bot\b|crawl|spider|preview|unfurl|archiv/i;

/**
 * Whether a request comes from a robot that carries off what it finds: a search engine, or the
 * preview of a chat or mailbox. Tools of people are none, nor are browsers that a program steers.
 */
export function isRobot(agent: string): boolean {
  if (TOOLS.test(agent) && !NAMED_ROBOT.test(agent)) return false;
  return isbot(agent.replace('HeadlessChrome/', 'Chrome/'));
}
