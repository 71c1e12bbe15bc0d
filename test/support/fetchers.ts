/** What a fetcher gets: see docs/fetchers.md. */
export type Gets = 'stub' | 'page' | 'button' | 'nothing yet';

/** A program that opens addresses, and the headers that it sends. */
export interface Fetcher {
  name: string;
  headers: Record<string, string>;
  method?: string;
  /** From any link that is open for everybody. */
  link: Gets;
  /** From a link with a limit on visitors, over https. */
  limited: Gets;
  /** The name in the list of visits; null if it has none. */
  visit: string | null;
}

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const SAFARI =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

const NODE = { 'User-Agent': 'node', 'Sec-Fetch-Mode': 'cors' };

/** What every current browser sends when a person opens an address from a mail. */
export const BY_A_PERSON = {
  'User-Agent': CHROME,
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'Sec-Fetch-Dest': 'document',
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-Site': 'none',
  'Sec-Fetch-User': '?1',
};

const robot = (name: string, agent: string, visit: string | null, method?: string): Fetcher => ({
  name,
  headers: { 'User-Agent': agent },
  ...(method ? { method } : {}),
  link: 'stub',
  limited: 'stub',
  visit,
});

/** Nobody can tell them from a person for sure. */
const unsure = (name: string, agent: string, visit: string | null): Fetcher => ({
  name,
  headers: { 'User-Agent': agent },
  link: 'page',
  limited: 'button',
  visit,
});

const ahead = (name: string, headers: Record<string, string>): Fetcher => ({
  name,
  headers,
  link: 'nothing yet',
  limited: 'nothing yet',
  visit: null,
});

/** Everyday fetchers, by kind. The tests walk this table, and docs/fetchers.md shows it. */
export const FETCHERS: Record<string, Fetcher[]> = {
  People: [
    {
      name: 'A browser',
      headers: BY_A_PERSON,
      link: 'page',
      limited: 'page',
      visit: 'Chrome',
    },
    unsure('A browser from before 2021', FIREFOX.replaceAll('140.0', '78.0'), 'Firefox'),
  ],
  'Mail scanners': [
    robot('Microsoft Defender, Exchange Online: without a name', '', null),
    robot(
      'Microsoft Exchange',
      'Microsoft Exchange/15.20 (Windows NT 10.0; Win64; x64)',
      'Microsoft Exchange'
    ),
    robot('Barracuda', 'Barracuda Sentinel (EE)', 'Barracuda'),
    robot(
      'Proofpoint, by its name',
      'Mozilla/5.0 (compatible; Proofpoint URL Defense)',
      'Proofpoint'
    ),
    unsure('Safe Links, Proofpoint, Mimecast: under the name of a browser', CHROME, 'Chrome'),
    {
      name: 'Any of them with a real browser in a sandbox',
      headers: BY_A_PERSON,
      link: 'page',
      limited: 'page',
      visit: 'Chrome',
    },
    robot(
      'Gmail (image proxy)',
      'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
      'Gmail'
    ),
    robot(
      'Yahoo Mail',
      'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html',
      'Yahoo Mail'
    ),
  ],
  'Office programs': [
    robot(
      'Word, Excel, PowerPoint',
      'Mozilla/4.0 (compatible; ms-office; MSOffice 16)',
      'Microsoft Office'
    ),
    robot(
      'Outlook',
      'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64; Trident/7.0; .NET4.0C; .NET4.0E; Microsoft Outlook 16.0.9126; ms-office; MSOffice 16)',
      'Outlook'
    ),
    robot(
      'Outlook (its own header)',
      'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17328; Pro)',
      'Outlook'
    ),
    robot('Outlook on a phone', 'Outlook-iOS/709.2189947.prod.iphone (3.24.0)', 'Outlook'),
    robot(
      'Office, before it opens a link',
      'Microsoft Office Existence Discovery',
      'Microsoft Office'
    ),
    robot('The same with HEAD', 'Microsoft Office Existence Discovery', null, 'HEAD'),
    robot('Office (protocols)', 'Microsoft Office Protocol Discovery', 'Microsoft Office'),
    robot('Windows (WebDAV)', 'Microsoft-WebDAV-MiniRedir/10.0.19045', 'Microsoft Office'),
    robot('LibreOffice', 'LibreOffice 7.6 denylistedbackend/8.5.0', 'LibreOffice'),
  ],
  'Chats and networks': [
    robot('Slack', 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', 'Slack'),
    robot('Slack (pictures)', 'Slack-ImgProxy (+https://api.slack.com/robots)', 'Slack'),
    robot(
      'Teams, Skype',
      'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
      'Microsoft Teams'
    ),
    robot(
      'Teams (new)',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko; Microsoft; MicrosoftPreview/2.0; +https://aka.ms/MicrosoftPreview) Chrome/103.0.5060.134 Safari/537.36',
      'Microsoft Teams'
    ),
    robot('WhatsApp', 'WhatsApp/2.23.20.0 A', 'WhatsApp'),
    robot('Signal, under the name of WhatsApp', 'WhatsApp/2', 'WhatsApp'),
    robot('Telegram', 'TelegramBot (like TwitterBot)', 'Telegram'),
    robot(
      'Discord',
      'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
      'Discord'
    ),
    robot(
      'iMessage',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
      'iMessage'
    ),
    robot(
      'Facebook, Messenger',
      'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
      'Facebook'
    ),
    robot(
      'LinkedIn',
      'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
      'LinkedIn'
    ),
    robot('X', 'Twitterbot/1.0', 'X'),
    robot('Mattermost', 'mattermost-bot', 'Mattermost'),
    robot(
      'Zulip',
      'Mozilla/5.0 (compatible; ZulipURLPreview/8.0; +https://zulip.example.com)',
      'Zulip'
    ),
    robot('Rocket.Chat', 'Rocket.Chat/6.0 (+https://rocket.chat)', 'Rocket.Chat'),
    robot(
      'Google Chat, Docs',
      'Google-PageRenderer Google (+https://developers.google.com/+/web/snippet/)',
      'Google'
    ),
  ],
  'Browsers that ask ahead': [
    ahead('Chrome, Edge (prerender)', { ...BY_A_PERSON, 'Sec-Purpose': 'prefetch;prerender' }),
    ahead('Chrome, Edge (prefetch)', {
      'User-Agent': CHROME,
      Purpose: 'prefetch',
      'Sec-Purpose': 'prefetch',
      'Sec-Fetch-Mode': 'no-cors',
    }),
    ahead('Firefox', { 'User-Agent': FIREFOX, 'X-Moz': 'prefetch' }),
    ahead('Safari (Top Sites)', { 'User-Agent': SAFARI, 'X-Purpose': 'preview' }),
  ],
  Monitors: [
    robot(
      'UptimeRobot',
      'Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
      'UptimeRobot'
    ),
    robot('Pingdom', 'Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)', 'Pingdom'),
    robot(
      'StatusCake',
      'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/34.0.1847.137 Safari/537.36 StatusCake',
      'StatusCake'
    ),
    robot(
      'Google Cloud',
      'GoogleStackdriverMonitoring-UptimeChecks(https://cloud.google.com/monitoring)',
      'Google Cloud Monitoring'
    ),
  ],
  'Feed readers': [
    robot('Feedly', 'Feedly/1.0 (+http://www.feedly.com/fetcher.html)', 'Feedly'),
    robot('NewsBlur', 'NewsBlur Feed Fetcher - 12 subscribers', 'NewsBlur'),
    robot('Inoreader', 'Mozilla/5.0 (compatible; inoreader.com; 1 subscribers)', 'Inoreader'),
    robot('Apps of Apple’s systems', 'NetNewsWire/6.1 CFNetwork/1474 Darwin/23.0.0', null),
  ],
  'Link checkers and antivirus': [
    robot('W3C link checker', 'W3C-checklink/4.81 libwww-perl/6.05', null),
    robot('LinkChecker', 'LinkChecker/10.2 (+https://linkchecker.github.io/linkchecker/)', null),
    robot('Kaspersky', 'Kaspersky Lab URL checker', 'Kaspersky'),
    robot('Sophos', 'Sophos URL Scanner', 'Sophos'),
    robot('Avast', 'Mozilla/5.0 (compatible; Avast; +https://www.avast.com)', 'Avast'),
    unsure('An antivirus under the name of a browser', FIREFOX, 'Firefox'),
  ],
  'Search engines': [
    robot(
      'Google',
      'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
      'Google'
    ),
    robot(
      'Bing',
      'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
      'Bing'
    ),
  ],
  'Tools of people': [
    unsure('curl', 'curl/8.5.0', null),
    unsure('Wget', 'Wget/1.21.4', null),
    unsure('Python', 'python-requests/2.31.0', null),
    unsure('Go', 'Go-http-client/1.1', null),
    unsure('Java', 'Java/17.0.2', null),
    unsure('axios', 'axios/1.7.2', null),
    unsure('OkHttp', 'okhttp/4.12.0', null),
    { ...unsure('Node.js', 'node', null), headers: NODE },
  ],
};

/** The rows of docs/fetchers.md, without the blanks that align them. */
export const fetcherRows = (): string[] =>
  Object.entries(FETCHERS).flatMap(([kind, fetchers]) =>
    fetchers.map(({ name, headers, method, link, limited, visit }) => {
      const sent = Object.entries(headers)
        .filter(([header]) => header !== 'Accept')
        .map(([header, value]) =>
          header === 'User-Agent' ? value || 'no name' : `${header}: ${value}`
        );
      const shown = [...(method ? [method] : []), ...sent].map((text) => `\`${text}\``).join(' ');
      return ['', kind, name, shown, link, limited, visit ?? '–', ''].join('|');
    })
  );
