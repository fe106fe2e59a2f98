import type { DecisionTemplate } from '@/prisma/seed/demo-decision-template';

export const storefrontDecisions: readonly DecisionTemplate[] = [
  {
    key: 'flags-config',
    title: 'Read feature flags from the config service',
    template: 'nygard',
    owner: 'theo',
    tags: ['flags'],
    services: ['web'],
    written: 480,
    steps: [
      [478, 'proposed', 'theo'],
      [470, 'accepted', 'theo'],
      [52, 'superseded', 'theo', 'Three libraries read the same flag three ways.'],
    ],
    body: `## Context

Flags are constants. Turning one needs a release.

## Decision

Flags are read from the config service at start-up.

## Consequences

- A flag turns with a restart instead of a release.
- Each team picks its own library for reading them.
`,
    debts: [['incurs', 44]],
  },
  {
    key: 'safari',
    title: 'Stop supporting Safari 15',
    sentence: 'We stop making 0.4 % of visits work at the price of the other 99.6 %.',
    template: 'minimal',
    owner: 'theo',
    tags: ['web'],
    services: ['web'],
    triggers: ['deprecation'],
    written: 45,
    steps: [
      [44, 'proposed', 'theo'],
      [33, 'accepted', 'dana'],
    ],
    body: `## Context

Safari 15 makes 0.4 % of visits and 6 % of the size of our scripts.

## Decision

From December pages are built for what the last two years of browsers can do.

## Alternatives considered

1. Two builds, chosen by browser.
2. Wait until it falls under 0.1 %.

## Consequences

- Good: 90 kB less for everybody else.
- Bad: some 1,100 visitors a day see a plain page that says why.
`,
    debts: [['resolves', 35]],
    implementation: 'done',
  },
  {
    key: 'flags-library',
    title: 'Evaluate feature flags in one library',
    sentence: 'A flag that is off is off everywhere.',
    template: 'minimal',
    owner: 'theo',
    tags: ['flags'],
    services: ['web', 'gateway'],
    written: 70,
    steps: [
      [68, 'proposed', 'theo'],
      [52, 'accepted', 'dana'],
    ],
    body: `## Context

Three libraries evaluate flags. In August a discount was on in search, off in the cart and half on in checkout.

## Decision

One library, with one set of rules and one test suite, used by web and gateway.

## Alternatives considered

1. Fix the rules in all three.
2. Buy a hosted service.

## Consequences

- Good: one answer per flag and visitor.
- Bad: eleven call sites change before the holidays.
`,
    implementation: 'inProgress',
    relations: [{ type: 'supersedes', to: 'flags-config' }],
    debts: [
      ['resolves', 44],
      ['resolves', 55],
    ],
    revisitIn: 128,
  },
  {
    key: 'inventory-hold',
    title: 'Hold inventory for 15 minutes once payment starts',
    sentence: 'A shopper who is paying never loses the last item to one who is browsing.',
    template: 'trade-off',
    owner: 'dana',
    tags: ['inventory', 'trade-off'],
    services: ['inventory', 'checkout'],
    triggers: ['dataFlow'],
    written: 60,
    steps: [
      [58, 'proposed', 'dana'],
      [45, 'accepted', 'ruth'],
    ],
    body: `## Context

In the summer sale 3 % of payments were for goods that were gone.

## What good enough means

Fewer than one payment in a thousand has to be given back.

## Options

| Option | What it is | Effort | Trade-off |
| --- | --- | --- | --- |
| Quick | Check stock once more before charging | 1 d | Still gone, a second later |
| Solid, chosen | Hold for 15 minutes | 7 d | Stock that nobody buys is out of sight |
| Ideal | Reserve per warehouse bin | 40 d | Needs the new warehouse system |

## Decision

Stock is held from the moment payment starts and released after 15 minutes. We do not hold it for carts.

## Risk accepted

In a rush, holds that expire unpaid hide stock for a quarter of an hour.
`,
    implementation: 'done',
    revisitIn: -5,
    revisitWhen: 'In the autumn sale, do fewer than 5 % of holds expire unpaid?',
    debts: [['incurs', 59]],
    threads: [
      {
        quote: 'released after 15 minutes',
        comments: [['dana', 6, 'Gift cards confirm after twenty. Do they need their own limit?']],
      },
    ],
  },
  {
    key: 'webhooks',
    title: 'Let payment webhooks wait in a queue',
    sentence: 'A deploy loses no payment.',
    template: 'minimal',
    owner: 'mira',
    tags: ['payments', 'resilience'],
    services: ['payment', 'psp'],
    triggers: ['dataFlow'],
    written: 95,
    steps: [
      [93, 'proposed', 'mira'],
      [76, 'accepted', 'ana'],
    ],
    body: `## Context

The provider sends each webhook three times and then gives up. A deploy of payment takes as long.

## Decision

A small receiver checks the signature, writes the webhook to a queue and answers. Payment reads from the queue.

## Alternatives considered

1. Ask the provider for the missed ones, every hour.
2. Deploy payment without a gap.

## Consequences

- Good: a gap of an hour loses nothing.
- Bad: a webhook can be handled after the page has asked for its result.
`,
    implementation: 'done',
    revisitWhen: 'The queue holds more than 1,000 webhooks.',
    conditionMet: [3, 'jonas', '1,400 on Friday evening, for twenty minutes.'],
    debts: [['incurs', 21]],
  },
  {
    key: 'pipeline',
    title: 'Ship web and checkout from one pipeline',
    template: 'minimal',
    owner: 'theo',
    tags: ['delivery'],
    services: ['web', 'checkout'],
    written: 50,
    steps: [
      [48, 'proposed', 'theo'],
      [27, 'accepted', 'ruth'],
    ],
    body: `## Context

Web waits for checkout’s contract tests and checkout waits for web’s screenshots. Both pipelines build both.

## Decision

One pipeline builds what changed and ships both within one window.

## Alternatives considered

1. Publish the contract as a package.

## Consequences

- Good: releases run once a minute at most, and together.
- Bad: a red test in web holds a fix in checkout.
`,
    revisitWhen: 'A fix in checkout waits longer than an hour for web.',
    debts: [['resolves', 38]],
    threads: [
      {
        quote: 'a red test in web holds a fix in checkout',
        comments: [
          ['aneta', 25, 'Can a fix be marked so that it goes alone?'],
          ['theo', 24, 'Not yet. I would like to see it happen once first.'],
        ],
      },
      { comments: [['petra', 20, 'Who gets the page when the shared pipeline stops?']] },
      { comments: [['farid', 18, 'Is there a figure for how long a release takes now?']], resolved: [17, 'theo'] },
    ],
  },
  {
    key: 'edge',
    title: 'Render product pages at the edge',
    sentence: 'A product page is there before the thumb has left the glass.',
    template: 'trade-off',
    owner: 'theo',
    tags: ['performance', 'web'],
    services: ['web', 'search'],
    triggers: ['newTechnology', 'dataFlow'],
    written: 21,
    steps: [
      [20, 'proposed', 'theo'],
      [3, 'accepted', 'dana'],
    ],
    body: `## Context

Half of our visits are more than 3,000 km from the data centre. They wait 900 ms for the first byte.

## Options

| Option | What it is | Effort | Trade-off |
| --- | --- | --- | --- |
| Quick | Cache whole pages for a minute | 2 d | Prices can be a minute old |
| Solid, chosen | Render at the edge, price and stock fetched after | 12 d | Two kinds of data on one page |
| Ideal | A second data centre | 120 d | Everything twice |

## Decision

Product pages are rendered at the edge from the search index. Price and stock arrive in a second request.

## Risk accepted

For up to 300 ms a page shows no price.

\`\`\`mermaid
flowchart LR
  shopper --> edge
  edge --> index[(search index)]
  shopper -->|price and stock| gateway
\`\`\`
`,
    revisitIn: 177,
    implementation: 'inProgress',
    debts: [['resolves', 8]],
    threads: [
      {
        quote: 'a page shows no price',
        comments: [['petra', 2, 'Support will be asked about this. Can there be a placeholder with a word in it?']],
      },
    ],
  },
  {
    key: 'seller-index',
    title: 'Give each marketplace seller a search index of their own',
    sentence: 'One seller’s mistake empties one seller’s shelves.',
    template: 'minimal',
    owner: 'dana',
    tags: ['search', 'isolation'],
    services: ['search'],
    triggers: ['dataFlow'],
    written: 9,
    steps: [[6, 'proposed', 'dana']],
    body: `## Context

On 2 October one seller’s upload with 90,000 wrong prices was in front of everybody for 40 minutes.

## Decision

Each seller gets an index. A query asks those that may answer and merges.

## Alternatives considered

1. Check uploads harder before they reach the index.
2. Two indexes, ours and the marketplace’s.

## Consequences

- Good: a bad upload stays where it is.
- Bad: 340 indexes to keep warm, and ranking across them is not settled.
`,
    revisitIn: 83,
    askedPeople: ['theo', 'ruth'],
    askedTeams: ['storefront'],
    threads: [
      {
        quote: '340 indexes to keep warm',
        comments: [
          ['theo', 5, 'What does a cold one cost the first shopper?'],
          ['dana', 4, '1.2 seconds, measured on the smallest.'],
        ],
      },
      {
        quote: 'ranking across them is not settled',
        comments: [
          ['ana', 4, 'Then this is not ready, is it?'],
          ['dana', 4, 'The isolation is. I would accept this and write ranking as its own.'],
        ],
      },
      {
        quote: 'Two indexes, ours and the marketplace’s.',
        comments: [['ruth', 3, 'This gives most of it for a tenth of the work.']],
      },
      { comments: [['jonas', 2, 'Would sellers see how long their index takes?']] },
      { comments: [['petra', 1, 'Support needs a way to take one seller’s index offline.']] },
    ],
  },
  {
    key: 'graphql',
    title: 'Offer partners a GraphQL API beside REST',
    template: 'minimal',
    owner: 'mira',
    tags: ['api'],
    services: ['gateway'],
    triggers: ['externalIntegration'],
    written: 35,
    steps: [
      [33, 'proposed', 'mira'],
      [11, 'rejected', 'mira', 'Two of nineteen partners asked, and both for one field that REST now has.'],
    ],
    body: `## Context

Two partners ask for fewer round trips.

## Decision

The catalogue is offered as GraphQL beside REST.

## Alternatives considered

1. A field for including related records in REST.

## Consequences

- Good: one request instead of five.
- Bad: two APIs to document, limit and keep.
`,
  },
  {
    key: 'checkout-widget',
    title: 'Checkout as a widget for partner sites',
    template: 'minimal',
    owner: 'aneta',
    tags: ['checkout'],
    services: ['checkout'],
    written: 400,
    steps: [[400, 'unknown', 'aneta', 'Came from the old wiki with the status “parked?”.']],
    body: `## Context

Two partners want to sell without sending shoppers to us.

## Decision

An iframe with the last two pages of checkout.

## Consequences

- Partners keep their visitors; we keep the payment.
`,
  },
];
