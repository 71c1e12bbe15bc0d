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
    files: ['{admin,client,contracts,server}/**/*.{ts,tsx}'],
    rules: { 'max-lines': ['error', 300] },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { globals: globals.node },
  },
  {
    // What a person runs in a terminal talks to that person.
    files: ['demo/*.mjs', 'tools/*.mjs', 'test/*.mjs', 'test/support/*.mjs', 'test/bench/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Configuration that tools read by `require`.
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Runs in the visitors' browsers.
    files: ['server/src/islands/*.ts'],
    languageOptions: { globals: globals.browser },
  }
);
