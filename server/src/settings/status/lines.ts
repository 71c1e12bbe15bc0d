import type { SiteStatus } from '../../../../contracts/settings';

/** What the log says of a problem: what is wrong, what follows from it, and how to mend it. */
export function statusLine(status: SiteStatus): string {
  return `Share Links: ${textOf(status)}`;
}

function textOf(status: SiteStatus): string {
  switch (status.code) {
    case 'local-address':
      return `links lead to ${status.url}, which only this machine can open: set url in config/server, or publicUrl (frontendUrl if it is set) in the settings of Share Links`;
    case 'untrusted-proxy':
      return `visitors come to ${status.url}, but server.proxy does not trust the proxy in front: limits and visits go by the address of the proxy, as if all visitors were one; set proxy.koa to true and proxy.maxIpsCount to the number of your proxies in config/server`;
    case 'forgeable-address':
      return 'server.proxy trusts X-Forwarded-For, but maxIpsCount, the number of your proxies, is not set: where they append to that header, visitors can make up the address that limits and visits go by; set proxy.maxIpsCount in config/server';
    case 'no-encryption-key':
      return 'admin.secrets.encryptionKey is not set, so the address of a new link is shown only once';
    case 'email-not-configured':
      return 'mails are switched on, but no e-mail provider is configured: Strapi sends them from no-reply@strapi.io, which most mail servers refuse; configure a provider and its defaultFrom in config/plugins';
    case 'default-expiry-replaced':
      return `defaultExpiry is never, but allowNever forbids it: links without a given end get ${status.days} days; set defaultExpiry to how long they should last`;
    case 'route-taken':
      return `${status.address} is answered by ${owner(status)} instead of the plugin: ${status.contentType ? 'give that type another name' : 'move that route'}`;
    case 'route-hidden':
      return `${status.address} of the site can’t be reached, because ${status.by} of the plugin answers it: move that route`;
    case 'files-hidden':
      return `the files in ${status.folder} can’t be reached, because the public pages have the addresses below ${status.prefix}: move them, or set another prefix in config/plugins`;
    case 'no-api-prefix':
      return `api.rest.prefix is empty, so ${status.address} belongs to the panel, and programs can’t use it: they use …/public-link of each entry, or set a prefix in config/api`;
  }
}

function owner({ by, contentType }: Extract<SiteStatus, { code: 'route-taken' }>): string {
  return contentType ? `the content type ${contentType} (${by})` : `the site’s own route ${by}`;
}
