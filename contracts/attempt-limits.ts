/** How many attempts are allowed. Each comment names the time window. */
export interface RateLimits {
  /** Requests for addresses that open nothing, per client and minute. */
  unknownPerMinute: number;
  /** Wrong passwords per link and client in ten minutes. */
  passwordsPerClient: number;
  /** Wrong passwords per link in ten minutes, from all clients together. */
  passwordsPerLink: number;
  /** Pages, files and searches per client and minute. */
  readsPerMinute: number;
}

/** The limits if the site sets none. */
export const DEFAULT_RATE_LIMITS: RateLimits = {
  unknownPerMinute: 30,
  passwordsPerClient: 5,
  passwordsPerLink: 20,
  readsPerMinute: 600,
};

/** The maximum of each limit. */
export const RATE_LIMIT_MAX = 1_000_000;
