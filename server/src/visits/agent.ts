import type { DeviceClass } from '../../../contracts/visits';

type Pattern = [name: string, pattern: RegExp];

/** A browser whose User-Agent also contains the name of another one comes before that one. */
const BROWSERS: Pattern[] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\b(OPR|OPiOS|OPT|Opera)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Vivaldi', /\bVivaldi\//],
  ['Yandex Browser', /\bYaBrowser\//],
  ['DuckDuckGo', /\b(DuckDuckGo|Ddg)\//],
  ['UC Browser', /\bUCBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|Chromium|CriOS)\//],
  ['Safari', /\bSafari\/|\b(iPhone|iPad|Macintosh)\b.*\bAppleWebKit\//],
  ['Internet Explorer', /\bMSIE |\bTrident\//],
];

/** Robots that editors are likely to see: previews, office and mail programs, monitors, scripts. */
const ROBOTS: Pattern[] = [
  // Messages on an iPhone pretends to be these two.
  ['iMessage', /\bfacebookexternalhit\/[\d.]+ Facebot Twitterbot\//],
  ['Gmail', /\bGoogleImageProxy\b/i],
  ['Yahoo Mail', /\bYahooMailProxy\b/i],
  ['Outlook', /\bMicrosoft Outlook\b|\bOutlook-(?:iOS|Android)\b/i],
  ['Microsoft Exchange', /\bMicrosoft Exchange\b/i],
  [
    'Microsoft Office',
    /\bms-?office\b|\bMicrosoft (?:Office|Word|Excel|PowerPoint|OneNote)\b|\bMicrosoft-WebDAV\b/i,
  ],
  ['LibreOffice', /\bLibreOffice\b/i],
  ['Barracuda', /\bBarracuda/i],
  ['Proofpoint', /\bProofpoint\b/i],
  ['Mimecast', /\bMimecast\b/i],
  ['Kaspersky', /\bKaspersky\b/i],
  ['Sophos', /\bSophos\b/i],
  ['Avast', /\bAvast\b/i],
  ['Slack', /\bSlack/i],
  ['Microsoft Teams', /SkypeUriPreview|MicrosoftPreview|\bTeams\b/i],
  ['WhatsApp', /\bWhatsApp\b/i],
  ['Telegram', /\bTelegramBot\b/i],
  ['Discord', /\bDiscordbot\b/i],
  ['Facebook', /facebookexternalhit|\bFacebot\b|meta-external/i],
  ['LinkedIn', /\bLinkedInBot\b/i],
  ['X', /\bTwitterbot\b/i],
  ['Google', /Googlebot|\bGoogle-|GoogleOther|APIs-Google/i],
  ['Bing', /bingbot|BingPreview/i],
  ['Apple', /\bApplebot\b/i],
  ['Mattermost', /\bMattermost\b/i],
  ['Zulip', /\bZulipURLPreview\b/i],
  ['Rocket.Chat', /\bRocket\.Chat\b/i],
  ['Viber', /\bViber\b/i],
  ['UptimeRobot', /\bUptimeRobot\b/i],
  ['Pingdom', /\bPingdom/i],
  ['StatusCake', /\bStatusCake\b/i],
  ['Google Cloud Monitoring', /\bGoogleStackdriverMonitoring\b/i],
  ['Feedly', /\bFeedly/i],
  ['NewsBlur', /\bNewsBlur\b/i],
  ['Inoreader', /\binoreader\b/i],
  ['curl', /^curl\//i],
  ['Wget', /^Wget\//i],
  ['Python', /^python|\baiohttp\b/i],
];

/** Only this much of the header is read. */
const MAX_LENGTH = 512;

/** The browser family and the device class: nothing else of a User-Agent is stored. */
export function describeAgent(
  userAgent: string,
  isRobot: boolean
): { browser: string | null; device: DeviceClass | null } {
  const agent = userAgent.slice(0, MAX_LENGTH);
  const named = (patterns: Pattern[]) =>
    patterns.find(([, pattern]) => pattern.test(agent))?.[0] ?? null;
  if (isRobot) return { browser: named(ROBOTS), device: null };
  return { browser: named(BROWSERS), device: agent ? deviceOf(agent) : null };
}

function deviceOf(agent: string): DeviceClass {
  if (/\b(SMART-?TV|SmartTV|AppleTV|GoogleTV|BRAVIA|Web0S|PlayStation|Xbox)\b/i.test(agent)) {
    return 'other';
  }
  if (/\biPad\b|\bTablet\b|\bKindle\b|\bSilk\//i.test(agent)) return 'tablet';
  if (/\bAndroid\b/i.test(agent)) return /\bMobile\b/i.test(agent) ? 'phone' : 'tablet';
  if (/\biPhone\b|\biPod\b|\bMobi/i.test(agent)) return 'phone';
  if (/\b(Windows NT|Macintosh|X11|CrOS|Linux)\b/i.test(agent)) return 'desktop';
  return 'other';
}
