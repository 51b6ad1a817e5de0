import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Rules that need the types of the program, such as that no promise is forgotten, are in .oxlintrc.json. */

/** Files that may read the environment: the one settings file, and what a person or the test run starts. */
const mayReadEnvironment = ['app/config.server.ts', '**/*.test.{ts,tsx}', 'scripts/**', 'test/**', '*.config.{ts,js}'];

export default tseslint.config(
  {ignores: ['node_modules/', 'build/', '.data/', '.cache/', 'test-results/', 'playwright-report/', 'coverage/']},
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    rules: {
      'max-lines': ['warn', {max: 250, skipBlankLines: true, skipComments: true}],
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'no-console': 'off',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-template-curly-in-string': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
      'no-restricted-properties': [
        'error',
        {object: 'process', property: 'env', message: 'Settings are read and checked in app/config.server.ts only.'},
      ],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: {'react-hooks': reactHooks},
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // role="list" is not redundant: Safari drops the list role once CSS removes the bullets.
      'jsx-a11y/no-redundant-roles': ['error', {ul: ['list'], ol: ['list']}],
      // Whoever has no mouse must be able to move what is wider than the page: such a part is a named region and takes the focus.
      'jsx-a11y/no-noninteractive-tabindex': [
        'error',
        {tags: [], roles: ['tabpanel', 'region'], allowExpressionValues: true},
      ],
    },
  },
  {files: mayReadEnvironment, rules: {'no-restricted-properties': 'off'}},
);
