import { BlocksRenderer } from '@strapi/blocks-react-renderer';
import type { ComponentProps, ReactElement } from 'react';

import type { ShownBlock } from '../../../../contracts/shown';
import { Heading } from '../elements';
import { readableBlocks } from '../layout/arrange';
import { fitLevels, headingId } from '../layout/outline';
import { leadsNowhere } from '../site-links';
import { FIGURE_BOX, fitted } from './image-box';

type Renderer = ComponentProps<typeof BlocksRenderer>;

/** Replaces the renderer's components where this page must be stricter or needs deeper headings. */
const BLOCKS: Renderer['blocks'] = {
  heading: ({ level, children, ...more }) => (
    // The renderer passes on every property of a block, even unknown ones.
    <Heading level={level} id={(more as { id?: string }).id}>
      {children}
    </Heading>
  ),
  link: ({ url, children }) =>
    leadsNowhere(url) ? (
      <>{children}</>
    ) : (
      <a href={url} rel="noopener noreferrer nofollow">
        {children}
      </a>
    ),
  code: ({ plainText }) => (
    <pre>
      <code>{plainText}</code>
    </pre>
  ),
  image: ({ image }) => (
    <figure className="figure">
      <img
        src={image.url}
        alt={image.alternativeText ?? ''}
        {...fitted(image, FIGURE_BOX)}
        loading="lazy"
      />
    </figure>
  ),
};

/** `level` is that of the first heading. With an anchor, each heading gets an id below it. */
export function Blocks(props: {
  blocks: ShownBlock[];
  level: number;
  anchor?: string;
}): ReactElement | null {
  const blocks = readableBlocks(props.blocks);
  const headings = blocks.filter((block) => block.type === 'heading');
  const levels = fitLevels(
    headings.map((heading) => heading.level ?? 2),
    props.level
  );
  const content = blocks.map((block) => {
    if (block.type === 'heading') {
      const index = headings.indexOf(block);
      const id = props.anchor && headingId(props.anchor, index);
      return { ...block, level: levels[index], id };
    }
    return block.type === 'list' ? nestLists(block) : block;
  });
  return (
    <div className="prose" dir="auto">
      {/* `cleanBlocks` makes exactly these shapes; the type in the contract is wider. */}
      <BlocksRenderer content={content as unknown as Renderer['content']} blocks={BLOCKS} />
    </div>
  );
}

/** The editor puts a nested list next to its item, but HTML needs it inside the item. */
function nestLists(list: ShownBlock): ShownBlock {
  const items: ShownBlock[] = [];
  for (const child of list.children ?? []) {
    const nested = child.type === 'list' ? nestLists(child) : null;
    const last = items.at(-1);
    if (nested === null) {
      items.push({
        ...child,
        children: child.children?.map((part) => (part.type === 'list' ? nestLists(part) : part)),
      });
    } else if (last) {
      last.children = [...(last.children ?? []), nested];
    } else {
      items.push({ type: 'list-item', children: [nested] });
    }
  }
  return { ...list, children: items };
}
