// The lint rules that no plugin has. Each message says where the code belongs.

const htmlProperties = new Set(['innerHTML', 'outerHTML', 'srcdoc']);
const htmlMethods = new Set(['insertAdjacentHTML', 'createContextualFragment', 'setHTMLUnsafe', 'parseFromString']);
const storages = new Set(['localStorage', 'sessionStorage', 'indexedDB', 'caches']);

/** @param {any} node @returns {string | undefined} */
const propertyName = ({computed, property}) =>
  computed ? (property.type === 'Literal' ? String(property.value) : undefined) : property.name;

const noUnsafeHtml = {
  /** @param {any} context */
  create: (context) => ({
    /** @param {any} node */
    MemberExpression(node) {
      const name = propertyName(node) ?? '';
      if (name === 'write' && node.object.name === 'document') {
        context.report({node, message: 'document.write replaces the page. Render with an html template.'});
      } else if (htmlProperties.has(name) || htmlMethods.has(name)) {
        context.report({
          node,
          message: `${name} turns text into HTML, and a strict page refuses it. Write the elements in an html template of elements/src, and put the text in a hole.`,
        });
      }
    },
    /** @param {any} node */
    TemplateElement(node) {
      if (/[\s.](innerHTML|outerHTML|srcdoc)=$/i.test(node.value.raw)) {
        context.report({
          node,
          message: 'This binding turns text into HTML. Put the text in a hole between the tags.',
        });
      } else if (/\sstyle=["']?$/i.test(node.value.raw)) {
        context.report({
          node,
          message: 'A style attribute breaks under a strict CSP. Give the element a class and write it in *-styles.ts.',
        });
      }
    },
  }),
};

const noStorage = {
  /** @param {any} context */
  create(context) {
    /** @param {any} node @param {string} name */
    const report = (node, name) =>
      context.report({
        node,
        message: `${name} would leave a trace of a signal on a device that others may use. Keep it in a #private field of the widget.`,
      });
    return {
      /** @param {any} node */
      Identifier(node) {
        const isPropertyName = node.parent?.type === 'MemberExpression' && node.parent.property === node;
        if (storages.has(node.name) && !isPropertyName) report(node, node.name);
      },
      /** @param {any} node */
      MemberExpression(node) {
        const name = propertyName(node) ?? '';
        if (storages.has(name)) report(node, name);
        else if (name === 'cookie' && node.object.name === 'document') report(node, 'document.cookie');
      },
    };
  },
};

const ownImports = {
  /** @param {any} context */
  create(context) {
    /** @param {any} node */
    const check = (node) => {
      const from = node.source?.value;
      if (typeof from !== 'string') return;
      const isOwnFile = from.startsWith('.');
      if (isOwnFile && !/\.(m?js|json|css)$/.test(from)) {
        context.report({node, message: `Write "${from}.js": Node and browsers find a file by its whole name.`});
      } else if (/\/packages\/\w+\/src\//.test(context.filename) && /^(\.\.\/)+(packages\/)?[a-z-]+\/src\//.test(from)) {
        context.report({node, message: `Import from another package by its name, as @baken/<package>/…, not by "${from}".`});
      }
    };
    return {ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check};
  },
};

/** The rules, as `baken/<name>`. */
export default {
  meta: {name: 'baken'},
  rules: {'no-unsafe-html': noUnsafeHtml, 'no-storage': noStorage, 'own-imports': ownImports},
};
