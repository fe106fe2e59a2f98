import type { IConfiguration } from 'dependency-cruiser';

// The dependency rule of docs/architecture.md. scripts/check-graph.ts runs it and fails below a floor of modules.
const TEST = '\\.test\\.tsx?$|^server/testing/';
const TOOLING = ['^vitest\\.config\\.ts$', '^playwright\\.config\\.ts$', '^prisma\\.config\\.ts$'];

const config: IConfiguration = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain runs in the browser and on the server: itself, zod and parsing libraries only.',
      severity: 'error',
      from: { path: '^server/domain/', pathNot: TEST },
      to: {
        pathNot: [
          '^server/domain/',
          '^node_modules/(zod|csv-parse|diff|fflate|yaml|unified|remark-[a-z]+|@types/(hast|mdast))/',
        ],
      },
    },
    {
      name: 'contract-is-light',
      comment: 'A contract is read by the browser: shapes only.',
      severity: 'error',
      from: { path: '^server/modules/[^/]+/contract\\.ts$' },
      to: {
        pathNot: [
          '^server/domain/',
          '^server/modules/[^/]+/contract\\.ts$',
          '^server/access/permission(?:s|-field)\\.ts$',
          '^node_modules/zod/',
        ],
      },
    },
    {
      name: 'database-behind-repos',
      comment: 'Only repo.ts, the platform, tests and seeds know the Prisma client and the driver.',
      severity: 'error',
      from: {
        path: '^(server|app|components|prisma|e2e)/|^(proxy|instrumentation)\\.ts$',
        pathNot: ['/repo\\.ts$', '^server/platform/', '^server/jobs/', '^prisma/', TEST],
      },
      to: { path: ['^generated/prisma/', '^node_modules/(@prisma|pg|pg-boss)/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'repo-is-the-bottom',
      comment: 'A repo reads and writes; it decides nothing and calls nobody above it.',
      severity: 'error',
      from: { path: '/repo\\.ts$' },
      to: { path: '/(service|router|rest|jobs)\\.ts$|^server/(trpc|rest)/' },
    },
    {
      name: 'services-below-transports',
      comment: 'A service does not know whether tRPC, REST or a job called it.',
      severity: 'error',
      from: { path: '^server/modules/[^/]+/(service\\.ts|render/)', pathNot: TEST },
      to: { path: '^server/modules/[^/]+/(router|rest)\\.ts$|^server/(trpc|rest)/' },
    },
    {
      name: 'transports-call-services',
      comment: 'Routers, REST operations and jobs call services, never a repo.',
      severity: 'error',
      from: { path: '^server/modules/[^/]+/(router|rest|jobs)\\.ts$|^server/(trpc|rest)/', pathNot: TEST },
      to: { path: '^server/modules/[^/]+/repo\\.ts$' },
    },
    {
      name: 'modules-meet-at-service-or-contract',
      comment: 'What another module keeps to itself is reached through its service.ts or contract.ts.',
      severity: 'error',
      from: { path: '^server/modules/([^/]+)/', pathNot: TEST },
      to: { path: '^server/modules/', pathNot: ['^server/modules/$1/', '/(service|contract)\\.ts$'] },
    },
    {
      name: 'components-stay-in-the-browser',
      comment: 'Components know the domain, contracts and the type of the router; the server is behind tRPC.',
      severity: 'error',
      from: { path: '^components/', pathNot: TEST },
      to: {
        path: '^(server|prisma|generated|scripts)/',
        pathNot: ['^server/domain/', '^server/modules/[^/]+/contract\\.ts$', '^server/access/permissions\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-the-router-type',
      comment: 'Of the server, components import one type.',
      severity: 'error',
      from: { path: '^components/', pathNot: TEST },
      to: {
        path: '^(server|prisma|generated|scripts)/',
        pathNot: [
          '^server/domain/',
          '^server/modules/[^/]+/contract\\.ts$',
          '^server/access/permissions\\.ts$',
          '^server/trpc/',
        ],
      },
    },
    {
      name: 'primitives-import-each-other',
      comment: 'components/ui can be lifted into another project as it stands.',
      severity: 'error',
      from: { path: '^components/ui/', pathNot: TEST },
      to: { path: '^(app|server|prisma|generated|scripts|components)/', pathNot: '^components/ui/' },
    },
    {
      name: 'blocks-know-no-noun',
      comment: 'Table, canvas and markdown are generic: a feature uses them, not the other way round.',
      severity: 'error',
      from: { path: '^components/(table|canvas|markdown)/', pathNot: TEST },
      to: { path: '^components/', pathNot: '^components/(ui|table|canvas|markdown)/' },
    },
    {
      name: 'nothing-imports-app',
      comment: 'app/ is routing: the end of every path.',
      severity: 'error',
      from: { pathNot: ['^app/', TEST] },
      to: { path: '^app/' },
    },
    {
      name: 'app-asks-no-database',
      comment: 'A page reads through tRPC or a service.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '/repo\\.ts$|^generated/|^prisma/' },
    },
    {
      name: 'tests-stay-tests',
      comment: 'What ships does not need what tests need.',
      severity: 'error',
      from: { path: '^(app|components|server|prisma)/', pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'no-development-packages',
      comment: 'What ships imports packages of "dependencies" only.',
      severity: 'error',
      from: { path: '^(app|components|server|prisma)/', pathNot: TEST },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/@types/',
      },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^generated/' },
    exclude: { path: ['^\\.next/', ...TOOLING] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    cache: false,
  },
};

export default config;
