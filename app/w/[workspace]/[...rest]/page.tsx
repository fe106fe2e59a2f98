import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

export const metadata: Metadata = { title: 'Nothing here' };

/** Catches what no other page answers, so that it is said inside the workspace. */
export default function NoSuchPage() {
  notFound();
}
