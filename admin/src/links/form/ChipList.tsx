import { Flex, Typography } from '@strapi/design-system';

/** Shows labels side by side; a label may occur twice. */
export function ChipList({ labels }: { labels: string[] }) {
  return (
    <Flex tag="ul" wrap="wrap" gap={2}>
      {labels.map((label, index) => (
        <Flex
          key={`${label}-${index}`}
          tag="li"
          background="neutral100"
          borderColor="neutral200"
          hasRadius
          paddingLeft={2}
          paddingRight={2}
          paddingTop={1}
          paddingBottom={1}
        >
          <Typography variant="pi" textColor="neutral800">
            {label}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
}
