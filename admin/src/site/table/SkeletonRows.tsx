import { Box } from '@strapi/design-system';

const ROWS = Array.from({ length: 8 }, (_, index) => index);
const CELLS = ['text', 'wide', 'state', 'wide', 'wider', 'wider', 'wide', 'widest'];

/** Holds the place of the rows until the server has answered. */
export function SkeletonRows() {
  return (
    <>
      {ROWS.map((row) => (
        <tr key={row} aria-hidden>
          <td />
          {CELLS.map((className, cell) => (
            <td key={cell} className={className}>
              <Box
                background="neutral150"
                hasRadius
                height="1.6rem"
                width={cell ? '7rem' : '14rem'}
              />
            </td>
          ))}
          <td />
        </tr>
      ))}
    </>
  );
}
