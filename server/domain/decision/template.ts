/** A template that every workspace has. `body` is Markdown without a title or front matter, which are fields. */
export type BuiltInTemplate = { key: string; name: string; description: string; body: string };

/** The template of a new register, and of a record whose template is gone. */
export const defaultTemplate = 'minimal';

// Guidance is in italics and braces, `*{…}*`, which nobody writes by chance: what is left of it can be found.
const minimal = `## Context

*{What is the situation, and which forces make a decision necessary now? Facts a newcomer needs, without the answer.}*

## Decision

*{We will … One or two sentences in the active voice, then what belongs to them.}*

## Alternatives considered

### *{First alternative}*

*{What speaks for it, what against it, and why it was not chosen.}*

### *{Second alternative, often “change nothing”}*

*{What speaks for it, what against it, and why it was not chosen.}*

## Consequences

*{What becomes easier.}*

*{What becomes harder, and what we accept by that.}*
`;

const tradeOff = `## Context

*{What has to be decided, for whom, and what presses?}*

## What good enough means

*{The measure by which the result will do: users, load, quality, date.}*

## Options

| | Quick | Solid | Ideal |
|---|---|---|---|
| What it is | *{the shortest way}* | *{the way that lasts}* | *{what we would build without limits}* |
| Effort | *{days}* | *{days}* | *{days}* |
| What it gives | *{gain}* | *{gain}* | *{gain}* |
| What it costs later | *{trade-off}* | *{trade-off}* | *{trade-off}* |

## Choice

*{We choose quick, solid or ideal, because …}*

## Risk accepted

*{What can go wrong by this choice, how likely it is, and how we would notice.}*

## Expiry

*{Until when the choice holds, or what ends it sooner. Set the same date in the field “Expires on”.}*
`;

const technicalSpec = `## Problem

*{What is wrong or missing, for whom, with the technical context that makes it so.}*

## Functional requirements

### Endpoints

*{Method, path and purpose of each.}*

### Schemas

*{Requests, responses and stored records.}*

### Error codes

*{Code, when it comes, and what the caller can do.}*

## Non-functional requirements

| Requirement | Target |
|---|---|
| Latency p50, p95, p99 | *{ms}* |
| Throughput | *{requests per second}* |
| Availability | *{per cent}* |
| Retention | *{how long data is kept}* |
| Security | *{who may do what; personal or payment data}* |

## Compatibility and migration

*{What must keep working, and the path from the old state to the new one.}*

## Out of scope

*{What this does not do, so that nobody waits for it.}*

## Success metrics

### Product

*{What changes for users or the business, and how it is measured.}*

### Operational

*{What is watched in operation, and its threshold.}*
`;

const nygard = `## Context

*{The forces at play, technical, political and social, as neutral facts.}*

## Decision

*{We will …}*

## Consequences

*{What is different afterwards: the good, the bad and the neutral.}*
`;

const madr4 = `## Context and Problem Statement

*{Two or three sentences, or a question: what is to be decided, and why now?}*

## Decision Drivers

* *{First driver: a force, a concern}*
* *{Second driver}*

## Considered Options

* *{First option}*
* *{Second option}*

## Decision Outcome

Chosen option: “*{option}*”, because *{reason}*.

### Consequences

* Good, because *{positive consequence}*
* Bad, because *{negative consequence}*

### Confirmation

*{How it will be checked that the decision is followed: a review, a test, a metric.}*

## Pros and Cons of the Options

### *{First option}*

* Good, because *{argument}*
* Bad, because *{argument}*

### *{Second option}*

* Good, because *{argument}*
* Bad, because *{argument}*

## More Information

*{Evidence, who agreed, when and how it is looked at again.}*
`;

const yStatement = `In the context of *{the use case or component}*,

facing *{the concern}*,

we decided for *{the option chosen}*

and neglected *{the other options}*,

to achieve *{the quality wanted}*,

accepting that *{the downside}*.
`;

export const builtInTemplates: readonly BuiltInTemplate[] = [
  {
    key: 'minimal',
    name: 'Decision record',
    description: 'Context, decision, alternatives considered and consequences.',
    body: minimal,
  },
  {
    key: 'trade-off',
    name: 'Trade-off record',
    description: 'What good enough means; quick, solid and ideal; the choice, the risk accepted and when it expires.',
    body: tradeOff,
  },
  {
    key: 'technical-spec',
    name: 'Technical spec',
    description: 'Problem, requirements with figures, migration, what is out of scope and how success is measured.',
    body: technicalSpec,
  },
  {
    key: 'nygard',
    name: 'Nygard',
    description: 'Context, decision and consequences: the original short form.',
    body: nygard,
  },
  {
    key: 'madr4',
    name: 'MADR 4',
    description: 'Markdown Any Decision Records: drivers, options with their pros and cons, and the outcome.',
    body: madr4,
  },
  { key: 'y-statement', name: 'Y-statement', description: 'One sentence that says all of it.', body: yStatement },
].map((template) => ({ ...template, body: template.body.trim() }));

export function builtInTemplate(key: string): BuiltInTemplate | null {
  return builtInTemplates.find((template) => template.key === key) ?? null;
}
