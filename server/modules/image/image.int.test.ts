import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { scopeForSession } from '@/server/access/scope';
import { database } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';
import { callerFor } from '@/server/testing/caller';
import { makeTenant, type Tenant } from '@/server/testing/tenant';
import { readImage } from './service';

const text = (value: string) => Buffer.from(value, 'latin1');
const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => Buffer.concat([uint32(data.length), text(type), data, uint32(0)]);
  const header = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 2, 0, 0, 0])]);
  const content = deflateSync(Buffer.alloc(16));
  return Buffer.concat([
    text('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', header),
    chunk('IDAT', content),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const gif = Buffer.concat([text('GIF89a'), Buffer.from([3, 0, 2, 0, 0, 0, 0, 0x3b])]);
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080002000301011100ffd9', 'hex');
const webp = Buffer.concat([
  text('RIFF'),
  Buffer.from([30, 0, 0, 0]),
  text('WEBPVP8X'),
  Buffer.from([10, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 1, 0, 0]),
  Buffer.alloc(4),
]);

function upload(tenant: Tenant, bytes: Uint8Array, name = 'picture.png', role: 'viewer' | 'commenter' = 'commenter') {
  const form = new FormData();
  form.set('workspace', tenant.slug);
  form.set('file', new File([new Uint8Array(bytes)], name, { type: 'image/svg+xml' }));
  return callerFor(tenant.people[role]).image.upload(form);
}

const scopeOf = (tenant: Tenant) =>
  scopeForSession({
    slug: tenant.slug,
    userId: tenant.people.viewer.userId,
    permission: 'workspace:read',
    requestId: 'test',
  });

test.each([
  ['PNG', png(3, 2), 'image/png'],
  ['JPEG', jpeg, 'image/jpeg'],
  ['GIF', gif, 'image/gif'],
  ['WebP', webp, 'image/webp'],
])(
  'a %s is known by its bytes whatever it is called, and comes back byte for byte',
  async (_name, bytes, mediaType) => {
    const tenant = await makeTenant();
    const stored = await upload(tenant, bytes, '../../<b>.svg');
    expect(stored).toEqual({
      id: stored.id,
      url: `/w/${tenant.slug}/images/${stored.id}`,
      name: '....<b>.svg',
      width: 3,
      height: 2,
    });
    const read = await readImage(await scopeOf(tenant), stored.id, null);
    expect(read.mediaType).toBe(mediaType);
    expect(Buffer.from(read.content ?? []).equals(bytes)).toBe(true);
    expect((await readImage(await scopeOf(tenant), stored.id, `W/${read.etag}`)).content).toBeNull();
  },
);

test.each([
  [
    'SVG',
    text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    'SVG files can run script',
  ],
  ['HTML', text('<!doctype html><script>1</script>'), 'Only PNG, JPEG, GIF and WebP'],
  ['an SVG that begins like a GIF', text('GIF89<svg onload="x">'), 'SVG files can run script'],
  ['a PNG cut off', png(3, 2).subarray(0, 12), 'may be cut off'],
  ['nothing', Buffer.alloc(0), 'empty'],
  ['too many bytes', Buffer.concat([png(3, 2), Buffer.alloc(5 * 1024 * 1024)]), 'has 5.0 MB'],
  ['too many pixels', png(20_000, 20_000), '20000 × 20000'],
])('%s is refused in words, and nothing is stored', async (_name, bytes, words) => {
  const tenant = await makeTenant();
  await expect(upload(tenant, bytes)).rejects.toThrow(words);
  expect(await database().image.count({ where: { workspaceId: tenant.workspaceId } })).toBe(0);
});

test('the same bytes are stored once in a workspace, also at once, and another workspace cannot see them', async () => {
  const [tenant, other] = [await makeTenant(), await makeTenant()];
  const ids = (await Promise.all([upload(tenant, gif), upload(tenant, gif, 'again.gif'), upload(tenant, gif)])).map(
    ({ id }) => id,
  );
  expect(new Set(ids).size).toBe(1);
  expect((await upload(other, gif)).id).not.toBe(ids[0]);
  const stranger = await scopeOf(other);
  await expect(readImage(stranger, ids[0] ?? '', null)).rejects.toThrow('not found');
  for (const id of [newId(), 'x', '../1']) await expect(readImage(stranger, id, null)).rejects.toThrow('not found');
  await expect(upload(tenant, gif, 'g.gif', 'viewer')).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
