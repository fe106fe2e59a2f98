import { redirect } from 'next/navigation';

export default async function SettingsRoute({ params }: { params: Promise<{ workspace: string }> }) {
  redirect(`/w/${(await params).workspace}/settings/people`);
}
