import { isTangled } from '@/server/domain/anchoring/tangled';
import { slugOf } from '@/server/domain/decision-record/file-name';
import type { ExportRecord, RecordFile } from '@/server/domain/decision-record/record';
import { joinPath } from '@/server/domain/decision-record/record-path';
import { createPathTaker } from '@/server/domain/decision-record/write-path';
import { type Address, markdownHtml, preformattedHtml } from './site-html';
import { indexPage, nameOf, type PageRecord, type PageRelation, recordPage, type SitePlace } from './site-page';
import { siteStyle } from './site-style';

export type SiteRecord = PageRecord;
type Image = { id: string; mediaType: string; content: Uint8Array };
type Kept = { images: readonly Image[]; others: readonly RecordFile[] };

const ownImage = /\/w\/([a-z0-9-]+)\/images\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g;
const ownRecord =
  /^(?:https?:\/\/[^/]+)?\/w\/[a-z0-9-]+\/decisions\/[a-z0-9-]+\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#].*)?$/;
// SVG is left out: opened on its own it can run script.
const picture = /\.(?:png|jpe?g|gif|webp)$/i;
const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** The pictures of a workspace that the texts of records show. */
export function imageIdsIn(workspace: string, records: readonly ExportRecord[]): string[] {
  const ids = records.flatMap(({ body }) =>
    [...body.matchAll(ownImage)].flatMap(([, slug, id]) => (slug === workspace && id !== undefined ? [id] : [])),
  );
  return [...new Set(ids)];
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** What the texts of one site can link to and show. */
function siteMap(records: readonly ExportRecord[], { images, others }: Kept) {
  const take = createPathTaker();
  const pages = new Map<string, string>();
  for (const { id, number, title } of records) {
    const slug = slugOf(title).slice(0, 80).replace(/-+$/, '') || 'decision';
    pages.set(id, take(`records/${number === null ? '' : `${String(number).padStart(4, '0')}-`}${slug}.html`));
  }
  const files = others
    .filter(({ path }) => picture.test(path))
    .map(({ path, content }) => ({ from: path, path: take(`files/${path}`), content }));
  const own = images.flatMap(({ id, mediaType, content }) => {
    const extension = extensions[mediaType];
    return extension === undefined ? [] : [{ id, path: take(`images/${id}.${extension}`), content }];
  });
  return {
    pages,
    files,
    own,
    pageByPath: new Map(records.flatMap(({ id, path }) => (path === null ? [] : [[path, pages.get(id) ?? '']]))),
    fileByPath: new Map(files.map(({ from, path }) => [from, path])),
    imageById: new Map(own.map(({ id, path }) => [id, path])),
  };
}
type SiteMap = ReturnType<typeof siteMap>;

/** A page stands one folder down from the top. */
const fromPage = (path: string): string => `../${encodePath(path)}`;

function addressOf(record: ExportRecord, map: SiteMap): Address {
  const within = (url: string): string | null => joinPath(record.path ?? 'record.md', url.replace(/[?#].*$/, ''));
  const image = (url: string): string | null => {
    const [, , id] = new RegExp(ownImage.source).exec(url) ?? [];
    const own = id === undefined ? undefined : map.imageById.get(id);
    const file = own ?? (/^[a-z][a-z0-9+.-]*:/i.test(url) ? undefined : map.fileByPath.get(within(url) ?? ''));
    return file === undefined ? null : fromPage(file);
  };
  const link = (url: string): string | null => {
    const [, id] = ownRecord.exec(url) ?? [];
    const page = id === undefined ? undefined : map.pages.get(id);
    if (page !== undefined) return fromPage(page);
    if (/^(?:https?|mailto):/i.test(url)) return url;
    if (url.startsWith('#')) return url;
    if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) return null;
    const path = within(url);
    const inside = path === null ? undefined : (map.pageByPath.get(path) ?? map.pageByPath.get(`${path}.md`));
    return inside === undefined ? image(url) : fromPage(inside);
  };
  return { link, image };
}

const reverse = {
  supersedes: 'supersededBy',
  supersededBy: 'supersedes',
  amends: 'amendedBy',
  amendedBy: 'amends',
  dependsOn: 'neededBy',
  relates: 'relates',
  conflicts: 'conflicts',
} as const;

/** The relations of every record, told at both ends. */
function relationsOf(records: readonly ExportRecord[], map: SiteMap): Map<string, PageRelation[]> {
  const byId = new Map(records.map((record) => [record.id, record]));
  const relations = new Map<string, PageRelation[]>(records.map(({ id }) => [id, []]));
  const end = (record: ExportRecord) => ({ text: nameOf(record), href: fromPage(map.pages.get(record.id) ?? '') });
  for (const record of records) {
    for (const { type, partial, targetId, targetText } of record.relations) {
      const target = targetId === null ? undefined : byId.get(targetId);
      const there = target ? end(target) : { text: targetText, href: null };
      relations.get(record.id)?.push({ type, partial, ...there });
      if (target) relations.get(target.id)?.push({ type: reverse[type], partial, ...end(record) });
    }
  }
  return relations;
}

/** A register as static pages that need no server: every address is relative, nothing runs, nothing is fetched. */
export function writeSite(place: SitePlace, pages: readonly SiteRecord[], kept: Kept): RecordFile[] {
  const records = pages.map(({ record }) => record);
  const map = siteMap(records, kept);
  const relations = relationsOf(records, map);
  const encoder = new TextEncoder();
  const file = (path: string, text: string): RecordFile => ({ path, content: encoder.encode(text) });
  const rows = records.map((record) => ({ record, href: encodePath(map.pages.get(record.id) ?? '') }));
  return [
    file('index.html', indexPage(place, rows)),
    file('style.css', siteStyle),
    ...pages.map((page) => {
      const { record } = page;
      const isMarkdown = record.layout !== 'rst' && record.layout !== 'adoc' && !isTangled(record.body);
      // What is not Markdown, or would take minutes to be read as it, is kept as text, and shown as it is.
      const body = isMarkdown ? markdownHtml(record.body, addressOf(record, map)) : preformattedHtml(record.body);
      return file(
        map.pages.get(record.id) ?? '',
        recordPage(place, page, { relations: relations.get(record.id) ?? [], body }),
      );
    }),
    ...map.files.map(({ path, content }) => ({ path, content })),
    ...map.own.map(({ path, content }) => ({ path, content })),
  ];
}
