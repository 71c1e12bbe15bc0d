import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

interface ChoiceFieldProps<Choice extends string> {
  name: string;
  label: string;
  hint?: string;
  error?: string;
  value: Choice;
  choices: readonly Choice[];
  textOf: (choice: Choice) => string;
  onChange: (choice: Choice) => void;
}

/** Sets one of a few values. */
export function ChoiceField<Choice extends string>({
  name,
  label,
  hint,
  error,
  value,
  choices,
  textOf,
  onChange,
}: ChoiceFieldProps<Choice>) {
  return (
    <Field.Root name={name} error={error} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value}
        onChange={(chosen) => {
          const choice = choices.find((one) => one === chosen);
          if (choice) onChange(choice);
        }}
      >
        {choices.map((choice) => (
          <SingleSelectOption key={choice} value={choice}>
            {textOf(choice)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
