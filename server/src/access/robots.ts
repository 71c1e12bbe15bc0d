import { isbot } from 'isbot';

/**
 * Tools that people use to request an address, from a terminal or from the server of a front end.
 * They are not browsers, but they act for a person.
 */
const TOOLS =
  /^(curl|wget|node(-fetch)?|undici|got|axios|python(-requests|-urllib|-httpx)?|aiohttp|go-http-client|okhttp|java(-http-client)?|apache-httpclient|ktor-client|postmanruntime|insomnia|bruno|httpie|xh|hurl|ruby|faraday|guzzlehttp|php|symfony httpclient|libwww-perl|dart|reqwest|restsharp|powershell)(?![\w-])/i;

/** Names of robots that are built on such a tool. */
const NAMED_ROBOT = /bot\b|crawl|spider|preview|unfurl|archiv/i;

/** Office and mail programs. They open an address before, or instead of, the browser of a person. */
const OFFICE =
  /\bms-?office\b|\bmicrosoft (?:office|outlook|exchange|word|excel|powerpoint|onenote)\b|\boutlook-(?:ios|android)\b/i;

/** What apps send if they do not say who they are. Browsers inside apps send more. */
const APPS = /\bCFNetwork\/|^Dalvik\//;

/**
 * Returns true for a robot that copies what it finds: a search engine, or the link preview of a
 * chat or mailbox. Tools of people and browsers that a program controls are not robots.
 */
export function isRobot(agent: string): boolean {
  if (TOOLS.test(agent) && !NAMED_ROBOT.test(agent)) return false;
  return OFFICE.test(agent) || isbot(agent.replace('HeadlessChrome/', 'Chrome/'));
}

/**
 * The same for a page, which only browsers show to people: an app without a browser and whoever
 * hides its name are robots as well. The JSON is meant for programs, so it answers both.
 */
export function isRobotOnPage(agent: string): boolean {
  return agent.trim() === '' || APPS.test(agent) || isRobot(agent);
}
