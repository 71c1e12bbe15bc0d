/**
 * A middleware of a site, as `config/middlewares` names it. It breaks in the way that the request's
 * `X-Break` asks for, if `X-Break-At` names its place.
 */
const { errors } = require('@strapi/utils');

const breaks = {
  error: () => {
    throw new Error('The site broke');
  },
  'error-503': () => {
    throw Object.assign(new Error('The site broke'), { status: 503 });
  },
  text: () => {
    throw 'The site broke';
  },
  nothing: () => {
    throw undefined;
  },
  'object-status': () => {
    throw { status: 200, message: 'The site broke' };
  },
  'http-403': (ctx) => ctx.throw(403, 'Blocked network 10.0.0.0/8'),
  'http-401': (ctx) =>
    ctx.throw(401, 'Log in', { headers: { 'WWW-Authenticate': 'Basic realm="staging"' } }),
  'http-429': (ctx) => ctx.throw(429, 'Slow down', { headers: { 'Retry-After': '90' } }),
  'strapi-403': () => {
    throw new errors.ForbiddenError('Blocked network 10.0.0.0/8');
  },
  'strapi-400': () => {
    throw new errors.ApplicationError('Bad request of the site', { field: 'secret' });
  },
  'strapi-429': () => {
    throw new errors.RateLimitError('Slow down');
  },
  'strapi-method-403': (ctx) => ctx.forbidden('Blocked network 10.0.0.0/8'),
  'status-403': (ctx) => {
    ctx.status = 403;
  },
  unanswered: () => {},
};

/** Makes the middleware for one place. */
const breaking = (place) => (ctx, next) => {
  const [kind, when] = (ctx.get('X-Break') || '').split(' ');
  if (ctx.get('X-Break-At') !== place || !breaks[kind]) return next();
  if (when === 'async') return new Promise(setImmediate).then(() => breaks[kind](ctx));
  if (when === 'after') return next().then(() => breaks[kind](ctx));
  return breaks[kind](ctx);
};

module.exports = (config) => breaking(config.place);
module.exports.breaking = breaking;
