import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      'demo/build/',
      'demo/.strapi/',
      'demo/.tmp/',
      'demo/types/generated/',
      'demo/public/',
      'test/.tmp/',
    ],
  },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['admin/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: globals.node },
  },
  {
    // What a person runs in a terminal talks to that person.
    files: ['demo/*.mjs', 'test/*.mjs', 'test/support/*.mjs', 'test/bench/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Admin code may only share types and constants with the server, never its code.
    files: ['admin/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['**/server/**', '**/link-schemas'] }],
    },
  },
  {
    // Runs in the visitors' browsers: it shares types with the server, never code.
    files: ['server/src/islands/*.ts'],
    languageOptions: { globals: globals.browser },
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ group: ['../*', 'node:*'], allowTypeImports: true }] },
      ],
    },
  }
);
