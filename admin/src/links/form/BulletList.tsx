import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

const List = styled.ul`
  list-style: disc;
  margin-top: ${({ theme }) => theme.spaces[2]};
  padding-inline-start: ${({ theme }) => theme.spaces[5]};

  li::marker {
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

export function BulletList({ items }: { items: string[] }) {
  return (
    <List>
      {items.map((item) => (
        <li key={item}>
          <Typography textColor="neutral800">{item}</Typography>
        </li>
      ))}
    </List>
  );
}
