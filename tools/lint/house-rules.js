// House rules that no plugin has: file names, and the syntax that is refused with the reason why.

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d|bench))*\.(ts|js)$/;

const fileName = {
  meta: { type: 'suggestion', schema: [], messages: { name: 'the file name {{name}} is not kebab-case' } },
  create: (context) => ({
    Program(node) {
      const name = context.filename.split('/').at(-1) ?? '';
      if (!kebabCase.test(name)) context.report({ node, messageId: 'name', data: { name } });
    },
  }),
};

export const houseRules = { rules: { 'kebab-case-file': fileName } };

const defaultExport = { selector: 'ExportDefaultDeclaration', message: 'Export by name: a default export has another name in every file.' };
const moduleState = {
  selector: 'Program > VariableDeclaration[kind="let"], Program > ExportNamedDeclaration > VariableDeclaration[kind="let"]',
  message: 'No mutable state of a module: pass it in.',
};
const environment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"], ImportSpecifier[imported.name="env"][parent.source.value=/^(node:)?process$/]',
  message: 'Only config.ts reads the environment.',
};

/** `allow`: rules that do not hold for these files. */
export function refusedSyntax({ allow = [] } = {}) {
  const rules = { defaultExport, moduleState, environment };
  const selected = Object.entries(rules).filter(([name]) => !allow.includes(name)).map(([, rule]) => rule);
  return { 'no-restricted-syntax': ['error', ...selected] };
}
