import { z } from 'zod';
import type { FileName } from '@/server/domain/decision-record/file-name';
import { metadataKey } from '@/server/domain/decision-record/metadata-key';
import { addTargets, takeStatus } from '@/server/domain/decision-record/read-front';
import { newDraft, type RecordDraft, setList, setText } from '@/server/domain/decision-record/record-draft';

const texts = z.array(z.string()).optional();
const option = z.looseObject({
  name: z.string(),
  description: z.string().optional(),
  pros: texts,
  cons: texts,
});
const consequences = z.union([z.array(z.string()), z.looseObject({ positive: texts, negative: texts, risks: texts })]);
const adr = z.looseObject({
  number: z.number().int().min(0).max(999_999),
  title: z.string().min(1),
  status: z.string(),
  date: z.string().optional(),
  deciders: texts,
  consulted: texts,
  informed: texts,
  tags: texts,
  context: z.string().optional(),
  decision_drivers: texts,
  considered_options: z.array(option).optional(),
  decision: z.string().optional(),
  consequences: consequences.optional(),
  confirmation: z.string().optional(),
  links: z
    .array(z.looseObject({ type: z.string(), target: z.number().int(), description: z.string().optional() }))
    .optional(),
  custom_sections: z.record(z.string(), z.string()).optional(),
  path: z.string().optional(),
});
type Adr = z.infer<typeof adr>;
const file = z.union([
  z.looseObject({ version: z.string(), adr }).transform((value) => [value.adr]),
  z.looseObject({ version: z.string(), adrs: z.array(adr) }).transform((value) => value.adrs),
  z.array(adr).min(1),
  adr.transform((value) => [value]),
]);

/** Names of custom sections that hold what JSON-ADR has no field for, as `layout-json-adr` writes them. */
export const PAYDOWN_SECTION = 'paydown: ';
export const BODY_SECTION = `${PAYDOWN_SECTION}body`;

const bullets = (items: readonly string[] | undefined): string => (items ?? []).map((item) => `* ${item}`).join('\n');

function optionText(item: z.infer<typeof option>): string {
  const parts = [`### ${item.name}`, item.description ?? ''];
  for (const pro of item.pros ?? []) parts.push(`* Good, because ${pro}`);
  for (const con of item.cons ?? []) parts.push(`* Bad, because ${con}`);
  return parts.filter((part) => part !== '').join('\n\n');
}

function consequenceText(value: Adr['consequences']): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return bullets(value);
  const groups: [string, readonly string[] | undefined][] = [
    ['Positive', value.positive],
    ['Negative', value.negative],
    ['Risks', value.risks],
  ];
  return groups
    .filter(([, items]) => items !== undefined && items.length > 0)
    .map(([name, items]) => `### ${name}\n\n${bullets(items)}`)
    .join('\n\n');
}

type AdrText = Pick<
  Adr,
  | 'context'
  | 'decision_drivers'
  | 'considered_options'
  | 'decision'
  | 'consequences'
  | 'confirmation'
  | 'custom_sections'
>;

/** The fields of text as one Markdown text with a section each. */
export function sectionBody(record: AdrText): string {
  const sections: [string, string][] = [
    ['Context', record.context ?? ''],
    ['Decision Drivers', bullets(record.decision_drivers)],
    ['Considered Options', (record.considered_options ?? []).map(optionText).join('\n\n')],
    ['Decision', record.decision ?? ''],
    ['Consequences', consequenceText(record.consequences)],
    ['Confirmation', record.confirmation ?? ''],
  ];
  for (const [name, text] of Object.entries(record.custom_sections ?? {})) {
    if (!name.startsWith(PAYDOWN_SECTION)) sections.push([name, text]);
  }
  return sections
    .filter(([, text]) => text.trim() !== '')
    .map(([name, text]) => `## ${name}\n\n${text.trim()}`)
    .join('\n\n');
}

function takeHeld(draft: RecordDraft, record: Adr): void {
  for (const [section, value] of Object.entries(record.custom_sections ?? {})) {
    if (!section.startsWith(PAYDOWN_SECTION)) continue;
    const name = section.slice(PAYDOWN_SECTION.length);
    const key = metadataKey(name);
    if (key?.kind === 'relation') for (const target of value.split('\n')) takeHeldRelation(draft, key, target);
    else if (key?.field === 'services' || key?.field === 'triggers') setList(draft, key.field, value.split('\n'), 1);
    else if (key) setText(draft, key.field, value, 1);
    else if (name.startsWith('extra.')) draft.extra[name.slice('extra.'.length)] = value;
  }
}

function takeHeldRelation(draft: RecordDraft, key: Parameters<typeof addTargets>[1], target: string): void {
  const isPartial = target.startsWith('partly ');
  addTargets(draft, { ...key, partial: isPartial }, isPartial ? target.slice('partly '.length) : target, 1);
}

function readOne(path: string, name: FileName, record: Adr, isOnly: boolean): RecordDraft {
  const held = record.custom_sections?.[`${PAYDOWN_SECTION}number`];
  const numberText =
    held === 'none' ? '' : /^\d{1,6}$/.test(held ?? '') ? (held ?? '') : String(record.number).padStart(4, '0');
  const ownName: FileName = {
    ...name,
    number: numberText === '' ? null : Number(numberText),
    numberText,
    date: null,
    slug: '',
  };
  const draft = newDraft(isOnly ? path : `${path}#${record.number}`, ownName);
  draft.layout = 'json-adr';
  draft.title = record.title;
  draft.titleIn = 'front';
  draft.hasEvidence = true;
  takeHeld(draft, record);
  if (draft.texts.get('heldStatus')?.text !== record.status) takeStatus(draft, record.status, 1);
  if (record.date !== undefined && !(`${PAYDOWN_SECTION}date` in (record.custom_sections ?? {})))
    setText(draft, 'date', record.date, 1);
  for (const field of ['deciders', 'consulted', 'informed', 'tags'] as const)
    setList(draft, field, record[field] ?? [], 1);
  for (const link of record.links ?? []) {
    const key = metadataKey(link.type);
    if (key?.kind === 'relation') addTargets(draft, key, String(link.target), 1);
    else addTargets(draft, { type: 'relates', partial: false }, String(link.target), 1);
  }
  draft.body = record.custom_sections?.[BODY_SECTION] ?? sectionBody(record);
  return draft;
}

/** JSON-ADR, one record or many; null for any other JSON. */
export function readJson(path: string, name: FileName, text: string): RecordDraft[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = file.safeParse(value);
  if (!parsed.success) return null;
  const seen = new Map<string, number>();
  return parsed.data.map((record) => {
    const draft = readOne(path, name, record, parsed.data.length === 1);
    const count = (seen.get(draft.path) ?? 0) + 1;
    seen.set(draft.path, count);
    if (count > 1) draft.path = `${draft.path}-${count}`;
    return draft;
  });
}
