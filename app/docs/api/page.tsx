import type { Metadata } from 'next';
import { ApiReference } from '@/components/api-reference/api-reference';
import { apiDocument } from '@/components/api-reference/document-shape';
import { openApiDocument } from '@/server/rest/document';
import { problems } from '@/server/rest/problem';

export const metadata: Metadata = { title: 'API' };

/** The reference of the REST API, open to everybody. */
export default function ApiDocumentationPage() {
  return <ApiReference document={apiDocument.parse(openApiDocument())} problems={Object.values(problems)} />;
}
