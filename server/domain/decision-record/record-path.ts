export const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');

/** Where a link of a file leads, null when out of the set. */
export function joinPath(from: string, target: string): string | null {
  let decoded = target;
  try {
    decoded = decodeURIComponent(target);
  } catch {
    // A bare % in a file name is no escape.
  }
  const folder = folderOf(from);
  const parts = decoded.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of decoded.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** The file of a record: of several in one JSON file, each record's path ends in `#` and its number. */
export const filePathOf = (recordPath: string): string => recordPath.replace(/(\.json)#\d{1,6}(?:-\d{1,6})?$/i, '$1');
