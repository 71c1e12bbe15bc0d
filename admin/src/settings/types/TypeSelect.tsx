import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';

interface TypeSelectProps {
  /** Name of the field in the form. */
  name: string;
  label: string;
  hint: string;
  disabled: boolean;
  /** The label for null, if the field may be null. */
  nothing?: string;
  options: { value: string; label: string }[];
}

/** Stands for null, which a select can't hold. No attribute has this name. */
const NOTHING = '-';

/** Sets one property of a content type. */
export function TypeSelect({ name, label, hint, disabled, nothing, options }: TypeSelectProps) {
  const { value, error, onChange } = useField<string | null>(name);

  return (
    <Field.Root name={name} error={error} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        size="S"
        value={value ?? NOTHING}
        disabled={disabled}
        onChange={(chosen) => onChange(name, chosen === NOTHING ? null : String(chosen))}
      >
        {[...(nothing === undefined ? [] : [{ value: NOTHING, label: nothing }]), ...options].map(
          (option) => (
            <SingleSelectOption key={option.value} value={option.value}>
              {option.label}
            </SingleSelectOption>
          )
        )}
      </SingleSelect>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
