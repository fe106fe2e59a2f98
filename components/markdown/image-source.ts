const ownImage = /^\/w\/[a-z0-9-]+\/images\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whether an address is that of a picture kept in a workspace here. Only those are shown: a picture from elsewhere would
 * tell that place who reads, and can be exchanged after a decision was approved.
 */
export function isOwnImage(source: string): boolean {
  return ownImage.test(source);
}
