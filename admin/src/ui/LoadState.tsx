import { Flex, Loader } from '@strapi/design-system';

import { useErrorText } from '../api';
import type { RequestError } from '../api';
import { Notice } from './Notice';

interface LoadStateProps {
  error: RequestError | undefined;
  /** What screen readers hear until the answer comes. */
  children: string;
}

/** Replaces what the server has not sent yet, or has refused. */
export function LoadState({ error, children }: LoadStateProps) {
  const errorText = useErrorText();

  if (error) {
    return (
      <Notice variant="danger" role="alert">
        {errorText(error)}
      </Notice>
    );
  }
  return (
    <Flex justifyContent="center" padding={6}>
      <Loader small>{children}</Loader>
    </Flex>
  );
}
