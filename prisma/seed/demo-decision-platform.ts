import type { DecisionTemplate } from '@/prisma/seed/demo-decision-template';

const taxContext = (opening: string) => `## Context

${opening} Yet checkout asks the state tax API while shoppers wait. Three times this quarter no answer came, and retries held up a third of them.

## Decision

`;

const taxRest = `## Alternatives

Good enough: checkout completes through a six-hour tax outage.

| Option | What it is | Effort | Trade-off |
| --- | --- | --- | --- |
| Quick | Time out at 800 ms, no retry | 2 d | The sale still fails |
| **Solid, chosen** | 24-hour cache, nightly refresh | 9 d | A rate can be a day old |
| Ideal | Our own engine on rate files | 45 d | A team to keep it right |

## Consequences

- Checkout no longer waits for the state tax API.
- 1.1 million lookups a day become one nightly batch of 41,000.

## Risk accepted

Yesterday’s rate in one state, on at most 0.2 % of a day’s orders.
`;

export const platformDecisions: readonly DecisionTemplate[] = [
  {
    key: 'records',
    title: 'Write decisions down where the team can argue about them',
    sentence: 'New people learn why things are so without asking whoever is on holiday.',
    template: 'nygard',
    owner: 'ana',
    tags: ['process'],
    written: 900,
    steps: [
      [899, 'proposed', 'ana'],
      [896, 'accepted', 'ana'],
    ],
    body: `## Context

Why checkout speaks to the gateway in two protocols is known to two people. One of them leaves in spring.

## Decision

We write a record for every change that alters how data flows, brings in a technology, retires a system or touches a partner.

## Consequences

- A record takes an hour, and sometimes two.
- Arguments happen before the code, which feels slower and is not.
- Old decisions look silly later. That is what the date is for.
`,
    implementation: 'done',
    deciders: ['Ana Silva', 'Mira Kaur'],
  },
  {
    key: 'postgres',
    title: 'Keep orders, payments and stock in Postgres',
    sentence: 'One database that everybody can operate beats three that one person can.',
    template: 'minimal',
    owner: 'mira',
    tags: ['data', 'reliability'],
    services: ['orders', 'payment', 'inventory'],
    triggers: ['newTechnology'],
    written: 860,
    steps: [
      [858, 'proposed', 'mira'],
      [851, 'accepted', 'mira'],
    ],
    body: `## Context

Orders are in MySQL, payments in a hosted document store, stock in both. Nobody can write one query across a sale.

## Decision

All three move to Postgres, one database each, with the same backups and the same rota.

## Alternatives considered

1. Leave them and copy nightly into a warehouse.
2. Move everything into the document store.
3. Postgres for all three.

## Consequences

- Good: one set of tools, one set of skills, joins where they belong.
- Bad: four months of moving; the document store’s flexible fields become tables that need a migration each.
`,
    implementation: 'done',
    revisitIn: 210,
  },
  {
    key: 'retries',
    title: 'Time-outs and retries belong to the caller',
    sentence: 'A slow partner slows one page, not the shop.',
    template: 'minimal',
    owner: 'aneta',
    tags: ['resilience'],
    services: ['gateway', 'checkout'],
    triggers: ['dataFlow'],
    written: 610,
    steps: [
      [608, 'proposed', 'aneta'],
      [600, 'accepted', 'ruth'],
    ],
    body: `## Context

The gateway retries three times, the service behind it three times more. One slow answer becomes nine requests.

## Decision

Only the outermost caller retries, at most twice, with jitter, and within the time its own caller still has.

## Alternatives considered

1. Retry at every hop, with smaller limits.
2. Retry in the gateway only.

## Consequences

- Good: load during an outage stays below twice the normal.
- Bad: every client library needs a deadline, and four of eleven have none today.
`,
    implementation: 'inProgress',
    debts: [
      ['incurs', 5],
      ['resolves', 47],
    ],
    revisitIn: 60,
    threads: [
      {
        quote: 'at most twice, with jitter',
        comments: [
          ['jonas', 590, 'The ledger retries five times today. Is it meant as well?'],
          ['aneta', 588, 'Yes. It is TD-54 now.'],
        ],
        resolved: [588, 'jonas'],
      },
    ],
  },
  {
    key: 'tax-live',
    title: 'Ask for tax on every cart change',
    sentence: 'The total in the cart is the total on the bill.',
    template: 'minimal',
    owner: 'ruth',
    tags: ['tax', 'cost'],
    services: ['checkout', 'tax'],
    triggers: ['externalIntegration'],
    written: 540,
    steps: [
      [538, 'proposed', 'ruth'],
      [529, 'accepted', 'ruth'],
    ],
    body: `## Context

Shoppers abandon the cart when tax appears on the last page.

## Decision

Every change to a cart asks the state tax API, and the cart shows the answer.

## Alternatives considered

1. An estimate in the cart, the real figure at checkout.
2. Ask once per visit.

## Consequences

- Good: no surprise on the last page.
- Bad: checkout depends on a server that is not ours, at its busiest.
`,
    implementation: 'done',
    debts: [['incurs', 31]],
  },
  {
    key: 'tokens',
    title: 'Sign service-to-service calls with short-lived tokens',
    sentence: 'A leaked key opens one door for ten minutes.',
    template: 'trade-off',
    owner: 'ana',
    tags: ['security'],
    services: ['gateway', 'auth'],
    triggers: ['dataFlow', 'newTechnology'],
    written: 40,
    steps: [
      [38, 'proposed', 'ana'],
      [19, 'accepted', 'mira'],
    ],
    body: `## Context

Services trust whatever reaches them on the inner network. A test key from 2023 still works everywhere.

## What good enough means

A stolen credential is useless within ten minutes, and every call names its caller.

## Options

| Option | What it is | Effort | Trade-off |
| --- | --- | --- | --- |
| Quick | Rotate the shared key each month | 1 d | Still one key for all |
| Solid, chosen | Tokens of ten minutes from auth | 14 d | Auth becomes critical for everybody |
| Ideal | A service mesh with identities | 60 d | A platform to run |

## Decision

Services ask auth for a token of ten minutes and send it with each call. The gateway refuses calls without one from next quarter.

## Risk accepted

When auth is down for longer than ten minutes, calls between services stop. Auth keeps a second instance in another zone for that.

## Revisit

When a third team asks for permissions inside a token.
`,
    implementation: 'inProgress',
    revisitIn: 346,
    revisitWhen: 'A third team asks for permissions inside a token.',
    debts: [
      ['resolves', 1],
      ['resolves', 7],
    ],
    askedPeople: ['mira', 'ruth'],
    verdicts: [
      { by: 'mira', kind: 'approve', ago: 21, revision: 1 },
      {
        by: 'ruth',
        kind: 'disagreeAndCommit',
        ago: 20,
        revision: 1,
        comment: 'I would have waited for the mesh. I will help with this one.',
      },
      { by: 'jonas', kind: 'approve', ago: 20, revision: 1 },
    ],
  },
  {
    key: 'staging-copy',
    title: 'Copy the production database to staging every night',
    template: 'minimal',
    owner: 'mira',
    tags: ['data', 'privacy'],
    services: ['orders'],
    written: 700,
    steps: [
      [698, 'proposed', 'mira'],
      [690, 'accepted', 'mira'],
      [
        68,
        'deprecated',
        'ana',
        'Addresses of shoppers do not belong on staging. Generated data replaces it from this month.',
      ],
    ],
    body: `## Context

Bugs that need real data are found in production only.

## Decision

A job copies last night’s backup into staging at four in the morning and replaces names.

## Consequences

- Good: staging behaves like the real thing.
- Bad: addresses and order notes are copied as they are.
`,
    debts: [['incurs', 53]],
  },
  {
    key: 'pg16',
    title: 'Stay on Postgres 16 until the ledger migration ends',
    sentence: 'Two big moves at once is how both go wrong.',
    template: 'trade-off',
    owner: 'jonas',
    tags: ['data'],
    services: ['ledger'],
    written: 110,
    steps: [
      [108, 'proposed', 'jonas'],
      [97, 'accepted', 'mira'],
    ],
    body: `## Context

The ledger moves table by table until autumn. Postgres 18 would halve the vacuum times that hurt us.

## Options

| Option | What it is | Effort | Trade-off |
| --- | --- | --- | --- |
| Quick, chosen | Stay on 16 | 0 d | Slow vacuums until autumn |
| Solid | Upgrade a replica first | 6 d | Two versions during the migration |
| Ideal | Upgrade now, migrate after | 20 d | The migration slips a quarter |

## Decision

We stay on 16 and upgrade in the quarter after the last table has moved.

## Risk accepted

Vacuum takes an hour at night, and twice this year it ran into the morning.
`,
    revisitIn: -7,
    expiresIn: 40,
    relations: [{ type: 'dependsOn', to: 'postgres' }],
    threads: [
      {
        quote: 'twice this year it ran into the morning',
        comments: [
          ['ruth', 30, 'Three times, since Monday.'],
          ['jonas', 29, 'Then the date should come sooner. I keep it, but I will bring it to the next review.'],
        ],
      },
      { comments: [['petra', 12, 'Does the warehouse export run in the same hour?']] },
    ],
  },
  {
    key: 'tax-cache',
    title: 'Cache tax rates for 24 hours instead of asking at checkout',
    sentence: 'Nobody abandons a full cart because another company’s server is slow.',
    template: 'trade-off',
    owner: 'ruth',
    tags: ['resilience', 'cost'],
    services: ['checkout', 'tax'],
    triggers: ['dataFlow', 'externalIntegration'],
    written: 16,
    steps: [[14, 'proposed', 'ruth']],
    earlier: [
      {
        ago: 14,
        by: 'ruth',
        body: `${taxContext('Rates change about once a quarter.')}We keep every rate for 24 hours. Checkout reads only the cache. When a rate is missing we use the last known one for that state.\n\n${taxRest}`,
      },
      {
        ago: 12,
        by: 'ruth',
        note: 'The refresh hour',
        body: `${taxContext('Rates change about once a quarter.')}We keep every rate for 24 hours, by postcode and product class, and refresh them at 04:00 UTC. Checkout reads only the cache. When a rate is missing we use the last known one for that state.\n\n${taxRest}`,
      },
      {
        ago: 9,
        by: 'ruth',
        note: 'Dana is right about how often they change',
        body: `${taxContext('Rates change a few times a month, announced a week ahead.')}We keep every rate for 24 hours, by postcode and product class, and refresh them at 04:00 UTC. Checkout reads only the cache. When a rate is missing we use the last known one for that state.\n\n${taxRest}`,
      },
    ],
    revised: 5,
    body: `${taxContext('Rates change a few times a month, announced a week ahead.')}We keep every rate for 24 hours, by postcode and product class, and refresh them at 04:00 UTC. Checkout reads only the cache. When a rate is missing we use the last known one for that state, for at most 72 hours, and mark the order \`tax_estimated\`.\n\n${taxRest}`,
    revisitIn: 164,
    revisitWhen: 'Corrections pass 50 orders in a week.',
    relations: [
      { type: 'supersedes', to: 'tax-live', partial: true, note: 'rates only' },
      { type: 'relates', to: 'retries' },
    ],
    debts: [
      ['resolves', 31],
      ['resolves', 57],
    ],
    askedPeople: ['mira', 'jonas', 'ana'],
    verdicts: [
      { by: 'mira', kind: 'approve', ago: 10, revision: 2, droppedAgo: 9 },
      { by: 'mira', kind: 'approve', ago: 4, revision: 4 },
      { by: 'jonas', kind: 'requestChanges', ago: 8, revision: 3, comment: 'How old may a rate get?', droppedAgo: 5 },
    ],
    threads: [
      {
        quote: 'Rates change about once a quarter.',
        revision: 1,
        changedIn: 3,
        comments: [['dana', 12, 'California alone changed local rates eleven times last year.']],
      },
      {
        quote: 'the last known one for that state',
        revision: 3,
        comments: [
          ['jonas', 9, 'How old may it get? If three refreshes fail, Thursday is charged at Monday’s rate.'],
          ['ruth', 5, 'Revision 4 caps it at 72 hours. After that the order waits for a live rate.'],
        ],
      },
    ],
    checklist: {
      scenario: 'A cart with goods of two classes, shipped to a county with its own rate.',
      cost: 'One nightly batch; the rate file is 4 MB.',
      change: 'The cache key is the only thing other services see.',
      teams: 'Payments, confirmed by Mira.',
    },
  },
  {
    key: 'outbox',
    title: 'Publish order events through an outbox table',
    template: 'minimal',
    owner: 'jonas',
    tags: ['events', 'reliability'],
    services: ['orders'],
    triggers: ['dataFlow'],
    written: 1,
    steps: [],
    body: `## Context

An order is saved and its event is sent, one after the other. Between the two, twice a month, something stops.

## Decision

The event is written into a table in the same transaction, and a worker sends it.

## Alternatives considered

1. Change data capture on the orders table.

## Consequences

- Good: no order without its event.
`,
  },
  {
    key: 'mesh',
    title: 'Run a service mesh',
    template: 'minimal',
    owner: 'theo',
    tags: ['platform'],
    services: ['gateway'],
    triggers: ['newTechnology'],
    written: 330,
    steps: [
      [328, 'proposed', 'theo'],
      [310, 'rejected', 'ana', 'Twelve services and two people on the rota. We look again at thirty services.'],
    ],
    body: `## Context

Each service brings its own time-outs, certificates and metrics.

## Decision

A mesh takes all three over, with a sidecar beside each service.

## Alternatives considered

1. One client library for the three languages we have.
2. Leave it.

## Consequences

- Good: one place for policy.
- Bad: one more system that has to be up for anything to be up.
`,
  },
];
