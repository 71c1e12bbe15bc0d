import type { Core } from '@strapi/strapi';

/** A route as the router holds it. */
export interface Layer {
  path: string;
  methods: string[];
  match(path: string): boolean;
}

/** Routes for other methods are rare, and no others of the plugin do anything. */
const METHODS = ['GET', 'POST', 'PUT', 'DELETE'];

/** Stands for any value of a parameter. */
export const ANY = 'x0';

/** The layers of the routes that stand outside of Strapi's two APIs, by app. */
const added = new WeakMap<Core.Strapi, Set<Layer>>();

/** Adds routes by hand, and remembers which layers they became. */
export function addOwnRoutes(strapi: Core.Strapi, routes: object): void {
  const before = new Set(rootLayers(strapi));
  strapi.server.routes(routes as never);
  const now = rootLayers(strapi).filter((layer) => !before.has(layer));
  added.set(strapi, new Set([...(added.get(strapi) ?? []), ...now]));
}

/** All routes of the app in the order in which the router asks them. */
export function layersOf(strapi: Core.Strapi): Layer[] {
  const root = rootLayers(strapi);
  const { server } = strapi;
  const apis = [server.api('content-api'), server.api('admin')].flatMap(
    (api) => api.listRoutes() as unknown as Layer[]
  );
  // Once the server listens, the router also has the routes of both APIs.
  const names = new Set(root.map(nameOf));
  const all = apis.every((layer) => names.has(nameOf(layer))) ? root : [...root, ...apis];
  return all.filter(({ path, methods }) => typeof path === 'string' && methods.length > 0);
}

/**
 * The layers of the plugin. In Strapi's APIs its routes come after those of the site, so the last of
 * several layers with the same path is the plugin's.
 *
 * @param paths the full paths of the plugin's routes in Strapi's APIs
 */
export function ownLayers(strapi: Core.Strapi, layers: Layer[], paths: string[]): Set<Layer> {
  const last = new Map(layers.map((layer) => [nameOf(layer), layer]));
  const inApis = [...last.values()].filter(({ path }) => paths.includes(path));
  return new Set([...(added.get(strapi) ?? []), ...inApis]);
}

export interface Request {
  method: string;
  address: string;
}

/** A request for each method that a layer answers. */
export function requestsFor({ path, methods }: Layer): Request[] {
  const parts = path.split('/').map((part) => (/[:(]/.test(part) ? ANY : part));
  const address = parts.join('/');
  return METHODS.filter((method) => methods.includes(method)).map((method) => ({
    method,
    address,
  }));
}

/** The layer that answers a request. */
export function answering(layers: Layer[], { method, address }: Request): Layer | undefined {
  return layers.find(
    (layer) => hasWord(layer) && layer.methods.includes(method) && layer.match(address)
  );
}

/** False for `/(.*)` and `/:path*`, which leave every address to the routes behind them. */
export function hasWord({ path }: Layer): boolean {
  return path.split('/').some((part) => /^[\w.-]+$/.test(part));
}

function rootLayers(strapi: Core.Strapi): Layer[] {
  return strapi.server.listRoutes() as unknown as Layer[];
}

function nameOf({ path, methods }: Layer): string {
  return `${[...methods].sort().join()} ${path}`;
}
