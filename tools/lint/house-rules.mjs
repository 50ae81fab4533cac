import { basename, dirname, sep } from 'node:path';

const vague = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'misc', 'types']);

/** Tree shaking works with this form of import only; others cost 20–70 kB in the browser. */
const zodMini = rule("Write `import * as z from 'zod/mini'`.", (context, report) => ({
  ImportDeclaration(node) {
    if (!/^zod(\/|$)/.test(node.source.value) || node.importKind === 'type') return;
    const [specifier, ...others] = node.specifiers;
    const isNamespace = specifier?.type === 'ImportNamespaceSpecifier' && others.length === 0;
    if (node.source.value !== 'zod/mini' || !isNamespace) report(node);
  },
}));

/** A file or folder is named after its idea; these names say where code was left, not what it is. */
const tellingName = rule('`{{name}}` names no idea.', (context, report) => ({
  Program(node) {
    const folders = dirname(context.filename).split(sep);
    const parts = [...folders, basename(context.filename).split('.')[0]];
    const name = parts.slice(parts.lastIndexOf('node_modules') + 1).find((part) => vague.has(part));
    if (name) report(node, { name });
  },
}));

/** Controllers and gateways declare; a decision belongs into the service. */
const decisionlessEdge = rule(
  'An edge file only declares: decide in the service.',
  (context, report) =>
    Object.fromEntries(
      ['IfStatement', 'SwitchStatement', 'ConditionalExpression'].map((type) => [type, report]),
    ),
);

/** Says which error is caught and why it cannot be prevented. */
const explainedCatch = rule(
  'Say in a comment which error is caught here, and why it cannot be prevented.',
  (context, report) => ({
    CatchClause(node) {
      if (context.sourceCode.getCommentsInside(node.body).length === 0) report(node);
    },
  }),
);

/** A class reads from what it promises to how it keeps that. */
const publicFirst = rule(
  '`{{name}}` is promised: it stands above the private methods.',
  (context, report) => ({
    ClassBody({ body }) {
      const methods = body.filter(({ kind }) => kind === 'method');
      const first = methods.findIndex(isPrivate);
      methods.forEach((one, at) => {
        if (first < 0 || at < first || isPrivate(one)) return;
        report(one, { name: context.sourceCode.getText(one.key) });
      });
    },
  }),
);

function isPrivate({ accessibility, key }) {
  return accessibility === 'private' || key.type === 'PrivateIdentifier';
}

const disabled = new Set(['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe']);
const runners = new Set(['it', 'test', 'describe']);
const parts = new Set(['only', 'skip', 'todo', 'failing', 'fixme']);

/** A test runs, always, and waits for what happens and not for time. */
const honestTest = rule('{{what}} does not belong into a test.', (context, report) => ({
  CallExpression(node) {
    const { callee } = node;
    if (callee.type === 'Identifier' && disabled.has(callee.name)) {
      report(node, { what: `\`${callee.name}\`` });
    }
    if (callee.type === 'MemberExpression' && callee.property.name === 'waitForTimeout') {
      report(node, { what: 'A pause' });
    }
  },
  MemberExpression(node) {
    if (!runners.has(node.object.name) || !parts.has(node.property.name)) return;
    report(node, { what: `\`${node.object.name}.${node.property.name}\`` });
  },
  ImportDeclaration(node) {
    if (/^(node:)?timers\/promises$/.test(node.source.value)) report(node, { what: 'A pause' });
  },
  // `new Promise((resolve) => setTimeout(resolve, 100))`
  'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"]'(node) {
    report(node, { what: 'A pause' });
  },
}));

function rule(message, visitorOf) {
  return {
    meta: { type: 'problem', schema: [], messages: { problem: message } },
    create: (context) =>
      visitorOf(context, (node, data) => context.report({ node, messageId: 'problem', data })),
  };
}

/** The rules of this house that ESLint does not bring; CONTRIBUTING.md says what they are for. */
export const houseRules = {
  rules: {
    'zod-mini': zodMini,
    'telling-name': tellingName,
    'decisionless-edge': decisionlessEdge,
    'explained-catch': explainedCatch,
    'public-first': publicFirst,
    'honest-test': honestTest,
  },
};
