import { styled } from 'styled-components';

export const Plot = styled.div`
  display: grid;
  grid-template: 16rem auto / auto 1fr;
  column-gap: ${({ theme }) => theme.spaces[2]};
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: ${({ theme }) => theme.fontSizes[0]};
`;

export const Scale = styled.div`
  position: relative;
  min-width: 2.4rem;

  span {
    position: absolute;
    inset-inline-end: 0;
    transform: translateY(50%);
    white-space: nowrap;
  }

  /* Makes the column as wide as its longest number. */
  &::after {
    content: attr(data-longest) / '';
    visibility: hidden;
  }
`;

export const Bars = styled.svg`
  width: 100%;
  height: 100%;
  overflow: visible;

  .line {
    stroke: ${({ theme }) => theme.colors.neutral150};
  }

  .ground {
    stroke: ${({ theme }) => theme.colors.neutral300};
  }

  .place {
    fill: transparent;
  }

  g:hover .place {
    fill: ${({ theme }) => theme.colors.neutral150};
  }

  .opened {
    fill: ${({ theme }) => theme.colors.primary600};
  }

  .refused {
    fill: ${({ theme }) => theme.colors.danger500};
  }
`;

export const Names = styled.div`
  position: relative;
  grid-column: 2;
  height: 2.4rem;

  span {
    position: absolute;
    inset-block-end: 0;
    white-space: nowrap;
    transform: translateX(-50%);
  }

  /* The names at the edges must not stick out. */
  span[data-edge='start'] {
    transform: none;
  }

  span[data-edge='end'] {
    transform: translateX(-100%);
  }

  /* A phone has room for every second name; the last one stays. */
  @media (max-width: 600px) {
    span:nth-last-child(even) {
      display: none;
    }
  }
`;
