/** Room that a picture may take, in pixels. */
export interface Box {
  width: number;
  height: number;
}

const UNBOUNDED: Box = { width: Infinity, height: Infinity };

/** For a picture that stands by itself. */
export const FIGURE_BOX: Box = { width: Infinity, height: 640 };

/**
 * The size of an image in its box. Browsers keep this much room for it while it is on its way, so
 * it has to be what the image will take, or everything below would move. Nothing for images whose
 * size is not known.
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
