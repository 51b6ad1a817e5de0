import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The rules of pages: accessibility and hooks. All others are in .oxlintrc.json, which reads every file in a second. */
export default tseslint.config(
  {ignores: ['build/', '.data/', '.cache/', '**/*.{js,mjs,cjs}']},
  {
    files: ['app/**/*.tsx', 'app/**/use-*.ts'],
    extends: [jsxA11y.flatConfigs.recommended],
    languageOptions: {parser: tseslint.parser},
    linterOptions: {reportUnusedDisableDirectives: 'error'},
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
);
