import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { importBorders } from './tools/lint/borders.js';
import { houseRules, refusedSyntax } from './tools/lint/house-rules.js';

const root = import.meta.dirname;

export default tseslint.config(
  { ignores: ['**/node_modules/**', 'crds/generated/**', 'out/**', '**/out/**', 'coverage/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true, allowArray: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // `return stop()` is a usual way to leave a function, and an async function turns a throw into a rejection.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/require-await': 'off',
      // It does not see that a field changes during an await, which is where our checks stand.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // The compiler knows better: noUnusedLocals and noUnusedParameters are on.
      '@typescript-eslint/no-unused-vars': 'off',
      // A generic that stands once still names a shape, as in client.get<TrainingRun>(…).
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: ['**/*.{ts,js}'],
    plugins: { 'import-x': importX, trainyard: houseRules },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json'] })] },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'trainyard/kebab-case-file': 'error',
      'import-x/no-extraneous-dependencies': ['error', { devDependencies: ['**/*.test.ts', '**/*.config.{ts,js}', 'test/**', '**/test/**', 'tools/**', 'bench/**', 'operator/dot-i.ts', 'argocd/**'] }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      ...refusedSyntax(),
    },
  },
  { files: ['**/config.ts', 'tools/**', 'demo/**', 'bench/**', 'test/**', '**/test/**', '**/*.test.ts'], rules: refusedSyntax({ allow: ['environment', 'moduleState'] }) },
  { files: ['**/*.config.{ts,js}', '**/global-setup.ts'], rules: refusedSyntax({ allow: ['environment', 'defaultExport'] }) },
  {
    files: ['**/*.test.ts', 'test/**', '**/test/**'],
    rules: {
      // A test may state what it knows to be there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off', // expect.any(…) is any
      '@typescript-eslint/no-unsafe-argument': 'off', // and so is what JSON.parse gives
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      'no-loss-of-precision': 'off', // a test of precision writes such numbers on purpose
    },
  },
  // Plain JavaScript here is configuration that Node and eslint load.
  { files: ['**/*.js'], languageOptions: { globals: { process: 'readonly', URL: 'readonly', console: 'readonly' } } },
  ...importBorders(root),
);
