/** No site may show an answer in a frame. Every Content-Security-Policy of the plugin says so. */
export const NO_FRAMES = "frame-ancestors 'none'";

/** Lets the sites of these origins show an answer in a frame. */
export function withFrames(policy: string, origins: string[]): string {
  return policy.replace(NO_FRAMES, `frame-ancestors ${origins.join(' ')}`);
}

/** The same for browsers that know no Content-Security-Policy. */
export const NO_FRAMES_HEADER = { 'X-Frame-Options': 'DENY' };
