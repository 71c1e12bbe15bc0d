import * as React from 'react';

import { Flex } from '@strapi/design-system';

import { ExpiryField } from './fields/ExpiryField';
import { Pair } from './fields/layout';
import { NameField } from './fields/NameField';
import { MoreOptions } from './MoreOptions';
import { PasswordRule } from './password/PasswordRule';
import type { RulesProps } from './useRules';

/** The fields for the rules of a link; those that few links need are folded. */
export function RulesForm(props: RulesProps) {
  const { rules } = props;
  const root = React.useRef<HTMLDivElement>(null);

  React.useEffect(() => {
    if (Object.keys(rules.errors).length === 0) return;
    const faulty = root.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (root.current?.querySelector('[aria-invalid="true"]:focus')) return;
    faulty?.focus();
    faulty?.scrollIntoView({ block: 'center' });
  }, [rules.errors]);

  return (
    <Flex ref={root} direction="column" alignItems="stretch" gap={5}>
      <Pair>
        <NameField
          value={rules.values.label}
          onChange={(label) => rules.change({ label })}
          error={rules.errors.label}
        />
        <ExpiryField {...props} />
      </Pair>
      <PasswordRule {...props} />
      <MoreOptions {...props} />
    </Flex>
  );
}
