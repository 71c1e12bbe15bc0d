/** The maximum size of an image, in pixels. */
export interface Box {
  width: number;
  height: number;
}

const UNBOUNDED: Box = { width: Infinity, height: Infinity };

/** For an image that stands alone. */
export const FIGURE_BOX: Box = { width: Infinity, height: 640 };

/**
 * The size of an image in its box. Browsers reserve this space while the image loads, so it must be
 * the final size, or the content below would move. Empty if the image's size is unknown.
 */
export function fitted(
  { width, height }: { width: number | null; height: number | null },
  box = UNBOUNDED
): Partial<Box> {
  if (!width || !height) return {};
  const scale = Math.min(1, box.width / width, box.height / height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
