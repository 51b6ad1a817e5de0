/**
 * Who may import whom. The rules keep a page readable in one breath: a route asks the domain, the domain asks the
 * database, a component only shows what it is given.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
const tests = '\\.test\\.tsx?$';
const codeOnly = {dependencyTypesNot: ['type-only']};

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or three. That goes for types too.',
      severity: 'error',
      from: {},
      to: {circular: true},
    },
    {
      name: 'not-found',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: {couldNotResolve: true, pathNot: '^virtual:'},
    },
    {
      name: 'nothing-imports-scripts-or-test',
      comment: 'Commands and test set-up use the product, never the other way round.',
      severity: 'error',
      from: {path: '^(app|db|search)/', pathNot: tests},
      to: {path: '^(scripts|test)/'},
    },
    {
      name: 'scripts-do-not-import-test',
      severity: 'error',
      from: {path: '^scripts/', pathNot: tests},
      to: {path: '^test/'},
    },
    {
      name: 'commands-run-before-install',
      comment: 'These files run on a fresh clone, so a package may only be reached by a later import().',
      severity: 'error',
      from: {path: '^scripts/.*\\.mjs$'},
      to: {dependencyTypes: ['npm', 'npm-dev', 'npm-optional'], dynamic: false},
    },
    {
      name: 'db-and-search-stand-alone',
      comment: 'The database and the search side can be read, tested and used without the web application.',
      severity: 'error',
      from: {path: '^(db|search)/', pathNot: tests},
      to: {path: '^app/'},
    },
    {
      name: 'components-only-show',
      comment: 'A component takes props and gives HTML. It knows no request and no database.',
      severity: 'error',
      from: {path: '^app/components/', pathNot: tests},
      to: {path: '(^app/(routes|http|server)/|^(db|search)/|\\.server\\.tsx?$)', ...codeOnly},
    },
    {
      name: 'domain-knows-no-web',
      comment: 'The rules of the product stand without React or Remix, and without pages.',
      severity: 'error',
      from: {path: '^app/domain/', pathNot: tests},
      to: {
        path: '(^app/(routes|components|http|server)/|node_modules/(react|react-dom|@remix-run/[^/]+|express)/)',
      },
    },
    {
      name: 'routes-ask-the-domain',
      comment: 'SQL lives in the domain; a route never opens the database itself.',
      severity: 'error',
      from: {path: '^app/(routes|http)/', pathNot: tests},
      to: {path: '^db/', ...codeOnly},
    },
    {
      name: 'pages-know-no-server',
      comment: 'The server is put together from the pages and what they use; nothing below it knows it.',
      severity: 'error',
      from: {path: '^app/(routes|http|components|domain|i18n)/', pathNot: tests},
      to: {path: '^app/server/'},
    },
    {
      name: 'words-know-no-components',
      comment: 'A component takes its words from the catalogues, never the other way round.',
      severity: 'error',
      from: {path: '^app/i18n/', pathNot: tests},
      to: {path: '^app/(components|routes|http)/'},
    },
  ],
  options: {
    doNotFollow: {path: ['node_modules']},
    exclude: {path: ['^build/', '^\\.data/']},
    tsPreCompilationDeps: true,
    tsConfig: {fileName: 'tsconfig.json'},
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
